import { test } from 'vitest';

/** Whether this is `npm run drill`: everything, and as often as it takes. */
export const isDrill = Boolean(process.env.CANGBAO_DRILL);

/** A test for the drill only: a browser that is started anew takes seconds, and `npm test` has to stay short. */
export const drillTest = test.runIf(isDrill);
