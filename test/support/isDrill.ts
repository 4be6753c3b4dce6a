/** Whether this is `npm run drill`: all of what is otherwise a sample, and as often as it takes. */
export const isDrill = Boolean(process.env.CANGBAO_DRILL);
