/** The least that a page of our kind can be: React, Query, DOMPurify and one article that came with the page. */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import DOMPurify from 'dompurify';
import { useLayoutEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';

interface ShownArticle {
  title: string;
  html: string;
}

function Article() {
  const body = useRef<HTMLDivElement>(null);
  const { data } = useQuery({ queryKey: ['article'], queryFn: readArticle });
  useLayoutEffect(() => {
    const fragment = DOMPurify.sanitize(data?.html ?? '', { RETURN_DOM_FRAGMENT: true });
    body.current?.replaceChildren(fragment);
  }, [data]);
  return (
    <article>
      <h1>{data?.title}</h1>
      <div ref={body} />
    </article>
  );
}

function readArticle(): ShownArticle {
  return JSON.parse(document.getElementById('article')?.textContent ?? '') as ShownArticle;
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={new QueryClient()}>
    <Article />
  </QueryClientProvider>,
);
