import type { ReactNode } from 'react';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';

interface ListHeadProps {
  title: string;
  /** The list is the page; beside an article it is only a part of one. */
  isPage: boolean;
  /** Leaves the focus to a row when the reader comes Back. */
  isYielding: boolean;
  /** What stands above the name. */
  above?: ReactNode;
  /** `共 34 篇` */
  status: string | undefined;
  /** `新到 12 篇` */
  news?: string | undefined;
  /** What stands beside the count. */
  span?: string | undefined;
  /** What can be done to the whole list. */
  action?: ReactNode;
  children?: ReactNode;
}

/** Name and size of the list. */
export function ListHead({
  title,
  isPage,
  isYielding,
  above,
  status,
  news,
  span,
  action,
  children,
}: ListHeadProps) {
  return (
    <div className="list-head">
      {above}
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-2">
        {isPage ? (
          <PageHeading title={title} isYielding={isYielding} />
        ) : (
          <h2 className="list-title">{title}</h2>
        )}
        {action}
      </div>
      <p className="mt-1 text-[0.8125rem] text-soft tabular-nums">
        <span role="status">{status}</span>
        {news && (
          <>
            {' · '}
            <span className="news-count">{news}</span>
          </>
        )}
        {span && (
          <span className="list-span">
            {' · '}
            <span className="whitespace-nowrap">{span}</span>
          </span>
        )}
      </p>
      {children}
    </div>
  );
}

function PageHeading({ title, isYielding }: { title: string; isYielding: boolean }) {
  const heading = useArrivalFocus(isYielding);
  return (
    <h1 ref={heading} tabIndex={-1} className="list-title">
      {title}
    </h1>
  );
}
