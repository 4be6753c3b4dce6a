// @vitest-environment jsdom
/** When a layer that was closed leaves the history, and when it must not. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeOnBack, watchBack } from '../../src/reader/ui/closeOnBack.ts';

let stop: () => void;
const go = vi.spyOn(window.History.prototype, 'go').mockImplementation(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  go.mockClear();
  window.history.replaceState(null, '', '/');
  stop = watchBack();
});
afterEach(() => {
  vi.runAllTimers();
  stop();
  vi.useRealTimers();
});

test('a layer that was closed is left in the history', () => {
  closeOnBack(() => undefined)();
  expect(go).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(go.mock.calls).toEqual([[-1]]);
});

test('not while the reader is leaving for another page, which that would stop; but when they return', () => {
  closeOnBack(() => undefined)();
  window.dispatchEvent(new Event('beforeunload'));
  vi.runAllTimers();
  expect(go).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('pageshow'));
  expect(go.mock.calls).toEqual([[-1]]);
});

test('a page that stayed, as for a link to a mail program, takes the entry for its next layer', () => {
  closeOnBack(() => undefined)();
  window.dispatchEvent(new Event('beforeunload'));
  vi.runAllTimers();
  expect(go).not.toHaveBeenCalled();
  const { length } = window.history;
  const close = closeOnBack(() => undefined);
  expect(window.history.length).toBe(length);
  close();
  vi.runAllTimers();
  expect(go.mock.calls).toEqual([[-1]]);
});
