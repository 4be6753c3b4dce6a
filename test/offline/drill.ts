/** Whether this is `npm run drill`: all tests of offline reading, and as often as it takes. */
export const isDrill = Boolean(process.env.CANGBAO_DRILL);
