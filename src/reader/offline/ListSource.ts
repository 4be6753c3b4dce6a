import type { Category } from '../../model/Catalogue.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';

/** A list that can be saved whole. */
export type ListSource =
  | { kind: 'category'; category: Category }
  /** Any articles, and how they are read. */
  | { kind: 'articles'; count: number; read: () => Promise<readonly SavedSummary[]> };

/** What the dialog that saves a list is told. */
export interface SaveListProps {
  source: ListSource;
  onClose: () => void;
}
