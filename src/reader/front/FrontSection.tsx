import { type ReactNode, useId } from 'react';

/** A part of the front page below its name. */
export function FrontSection({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="front-section">
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
