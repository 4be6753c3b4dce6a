import FolderTree from 'lucide-react/icons/folder-tree';
import { useState } from 'react';
import type { Category } from '../../model/Catalogue.ts';
import { CategoryTreePlace } from '../navigation/CategoryTreePlace.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { words } from '../words/words.ts';

interface CategorySheetProps {
  root: Category | undefined;
  current: string | undefined;
}

/** The button 分类 and the sheet with the tree that it opens, where the tree has no room on the page. */
export function CategorySheet({ root, current }: CategorySheetProps) {
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      <button
        type="button"
        className="navigation-link"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        disabled={!root}
        onClick={() => setOpen(true)}
      >
        <FolderTree size={18} strokeWidth={1.6} aria-hidden="true" />
        <span>{words.categories}</span>
      </button>
      {isOpen && root && (
        <Sheet title={words.categories} onClose={() => setOpen(false)}>
          <CategoryTreePlace root={root} current={current} onChoose={() => setOpen(false)} />
        </Sheet>
      )}
    </>
  );
}
