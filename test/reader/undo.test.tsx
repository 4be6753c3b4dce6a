// @vitest-environment jsdom
/** What was just done can be taken back, for as long as the reader is still there and a while longer. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offerUndo, undoOffer } from '../../src/reader/undo/offerUndo.ts';
import { UndoNotice } from '../../src/reader/undo/UndoNotice.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <UndoNotice />
      <button type="button">elsewhere</button>
    </QueryClientProvider>,
  );
});
afterEach(() => {
  const offer = undoOffer.read();
  if (offer) act(() => undoOffer.drop(offer));
  cleanup();
  vi.useRealTimers();
});

async function offer(words: string, undo = () => {}) {
  act(() => offerUndo(words, undo));
  await screen.findByText(words);
}

function wait(milliseconds: number) {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

test('says what was done, and takes it back once', async () => {
  const undo = vi.fn();
  await offer('已取消收藏。', undo);
  expect(screen.getByRole('status').textContent).toContain('已取消收藏。');
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('status')).toBeNull();
});

test('stands for as long as the reader does nothing else', async () => {
  await offer('已删除。');
  wait(60_000);
  screen.getByRole('status');
  fireEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(screen.queryByRole('status')).toBeNull();
});

test.each([
  ['presses elsewhere', () => fireEvent.pointerDown(screen.getByText('elsewhere'))],
  ['scrolls', () => fireEvent.wheel(document.body)],
  ['types', () => fireEvent.keyDown(document.body, { key: 'j' })],
  ['goes to another page', () => fireEvent(window, new Event('pushState'))],
])('goes 10 s after the reader %s', async (_what, move) => {
  await offer('已删除。');
  move();
  wait(9_000);
  move(); // what is done later doesn't begin the time anew
  screen.getByRole('status');
  wait(1_500);
  expect(screen.queryByRole('status')).toBeNull();
});

test('the way to it by Tab is no moving on, and it does not go while it has the focus', async () => {
  await offer('已删除。');
  fireEvent.keyDown(document.body, { key: 'Tab' });
  wait(20_000);
  fireEvent.wheel(document.body);
  screen.getByRole('button', { name: '撤销' }).focus();
  wait(25_000);
  screen.getByRole('status');
  screen.getByText('elsewhere').focus();
  wait(11_000);
  expect(screen.queryByRole('status')).toBeNull();
});

test('a later offer replaces an earlier one, with a time of its own', async () => {
  const first = vi.fn();
  const second = vi.fn();
  await offer('已删除甲。', first);
  fireEvent.wheel(document.body);
  wait(8_000);
  await offer('已删除乙。', second);
  expect(screen.queryByText('已删除甲。')).toBeNull();
  wait(8_000);
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
});
