/** How far an export is, as its dialog is told of it. */
import { expect, test } from 'vitest';
import { exportJob } from '../../src/reader/downloads/exportJob.ts';

test('what still comes of an export that was cancelled does not begin it anew', async () => {
  let tell = (_done: number, _all: number) => {};
  let finish = () => {};
  const order = { title: '全部文章', form: 'EPUB' };
  const running = exportJob.run(
    order,
    async (signal, onProgress) => {
      tell = onProgress;
      await new Promise<void>((done) => {
        finish = done;
      });
      signal.throwIfAborted();
      throw new Error('was not cancelled');
    },
    String,
    () => {},
  );
  tell(1, 34);
  expect(exportJob.read()).toEqual({ kind: 'running', ...order, done: 1, all: 34 });
  exportJob.cancel();
  // The article that was just being packed is ready.
  tell(2, 34);
  expect(exportJob.read()).toEqual({ kind: 'idle', wasCancelled: true });
  finish();
  await running;
  expect(exportJob.read()).toEqual({ kind: 'idle', wasCancelled: true });
});
