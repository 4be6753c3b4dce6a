import X from 'lucide-react/icons/x';
import { useAllBookmarks } from '../bookmarks/useBookmarks.ts';
import { useAllLabels, useTags } from '../bookmarks/useShelves.ts';
import { shelfWords } from '../words/shelfWords.ts';
import { joinLabels } from './listShelf.ts';
import { TagBox } from './TagBox.tsx';
import { TagName } from './TagChip.tsx';
import { useShelfDeeds } from './useShelfDeeds.ts';
import './tags.css';

/** What the dialog 标签 holds: the tags of one bookmark or of several, and a box to add one. */
export function TagPanel({ ids }: { ids: readonly string[] }) {
  const deeds = useShelfDeeds();
  const labels = useAllLabels();
  const tags = useTags();
  const all = useAllBookmarks().filter(({ id }) => ids.includes(id));
  const counts = new Map(tags.map((tag) => [tag, 0]));
  for (const { tags: own } of joinLabels(all, labels, tags)) {
    for (const tag of own) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const worn = tags.filter((tag) => counts.get(tag));

  return (
    <div className="tag-panel">
      <TagBox
        tags={tags.filter((tag) => counts.get(tag) !== all.length)}
        onAdd={(name) => deeds.addTag(ids, name)}
      />
      {worn.length === 0 ? (
        <p className="text-soft text-sm">{shelfWords.noTags}</p>
      ) : (
        <ul className="tag-list" aria-label={shelfWords.tags}>
          {worn.map((tag) => (
            <li key={tag.id} className="tag-chip">
              <TagName tag={tag}>
                {all.length > 1 && <span className="tag-count">{counts.get(tag)}</span>}
              </TagName>
              <button
                type="button"
                aria-label={shelfWords.takeOff(tag.name)}
                onClick={() => deeds.takeTagOff(ids, tag)}
              >
                <X size={14} strokeWidth={1.6} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
