import { useEffect, useState } from 'react';
import type { PaintedNote } from './paintNotes.ts';

interface NoteEdgeProps {
  body: HTMLElement;
  painted: readonly PaintedNote[];
}

/** Shows at the outer edge of the window where in the article its notes stand. The list of them says the same. */
export function NoteEdge({ body, painted }: NoteEdgeProps) {
  const [places, setPlaces] = useState<{ id: string; color: string; top: number }[]>([]);

  useEffect(() => {
    function measure() {
      const { top, height } = body.getBoundingClientRect();
      const isVertical = getComputedStyle(body).writingMode.startsWith('vertical');
      setPlaces(
        painted.flatMap(({ note, ranges: [first] }) => {
          if (!first || height === 0 || isVertical) return [];
          const part = (first.getBoundingClientRect().top - top) / height;
          return [{ id: note.id, color: note.color, top: Math.min(1, Math.max(0, part)) }];
        }),
      );
    }
    const observer = new ResizeObserver(measure);
    observer.observe(body);
    measure();
    return () => observer.disconnect();
  }, [body, painted]);

  return (
    <div className="note-edge" aria-hidden="true">
      {places.map(({ id, color, top }) => (
        <span key={id} className={`is-${color}`} style={{ top: `${(top * 100).toFixed(2)}%` }} />
      ))}
    </div>
  );
}
