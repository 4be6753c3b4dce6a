// @vitest-environment jsdom

/** What a browser shares is the page on screen, not the one that was opened first. */
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useCanonical } from '../../src/reader/routing/useCanonical.ts';

beforeEach(() => {
  document.head.innerHTML = '<link rel="canonical" href="https://news.example.org/a/one">';
});
afterEach(() => {
  document.head.innerHTML = '';
});

const count = () => document.querySelectorAll('link[rel="canonical"]').length;

test('the canonical address stays with its page, however that was asked for', () => {
  const { rerender } = renderHook(({ path }) => useCanonical(path), {
    initialProps: { path: '/a/one.html' },
  });
  rerender({ path: '/a/one.html' });
  expect(count()).toBe(1);
});

test('it goes when the reader goes on, and back brings no other', () => {
  const { rerender } = renderHook(({ path }) => useCanonical(path), {
    initialProps: { path: '/a/one' },
  });
  rerender({ path: '/a/two' });
  expect(count()).toBe(0);
  rerender({ path: '/a/one' });
  expect(count()).toBe(0);
});
