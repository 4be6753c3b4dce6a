import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import {
  foldTagName,
  MAX_TAG_NAME,
  type ReaderTag,
  TAG_COLORS,
} from '../bookmarks/createTagStore.ts';
import { useTags } from '../bookmarks/useShelves.ts';
import { shelfWords } from '../words/shelfWords.ts';
import type { ShelfDeeds } from './createShelfDeeds.ts';
import { TagBox } from './TagBox.tsx';
import { useShelfDeeds } from './useShelfDeeds.ts';
import './tags.css';

/** What the dialog 管理标签 holds: each tag with its name, its colour and a way to remove it. */
export function TagManager() {
  const tags = useTags();
  const deeds = useShelfDeeds();
  return (
    <div className="tag-panel">
      <TagBox tags={tags} onAdd={(name) => deeds.addTag([], name)} />
      <p className="text-soft text-sm">
        {tags.length === 0 ? shelfWords.noTags : shelfWords.renameNote}
      </p>
      <ul className="tag-rows" aria-label={shelfWords.tags}>
        {tags.map((tag) => (
          <TagRow key={tag.id} tag={tag} deeds={deeds} />
        ))}
      </ul>
    </div>
  );
}

function TagRow({ tag, deeds }: { tag: ReaderTag; deeds: ShelfDeeds }) {
  const [name, setName] = useState(tag.name);
  const [known, setKnown] = useState(tag.name);
  // It was named anew elsewhere: by 撤销, or in another tab.
  if (known !== tag.name) {
    setKnown(tag.name);
    setName(tag.name);
  }

  function rename() {
    if (foldTagName(name) === '') setName(tag.name);
    else if (name.trim() !== tag.name) deeds.renameTag(tag, name);
  }

  return (
    <li>
      <span className={`tag-spot is-${tag.color}`} aria-hidden="true" />
      <input
        type="text"
        aria-label={`${shelfWords.tagName} ${tag.name}`}
        value={name}
        maxLength={MAX_TAG_NAME}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) rename();
        }}
      />
      <select
        aria-label={shelfWords.colorOf(tag.name)}
        value={tag.color}
        onChange={(event) => {
          const color = TAG_COLORS.find((each) => each === event.target.value);
          if (color) deeds.paintTag(tag, color);
        }}
      >
        {TAG_COLORS.map((color) => (
          <option key={color} value={color}>
            {shelfWords.colors[color]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="icon-button"
        aria-label={shelfWords.removeTag(tag.name)}
        onClick={() => deeds.removeTag(tag)}
      >
        <Trash2 size={17} strokeWidth={1.6} aria-hidden="true" />
      </button>
    </li>
  );
}
