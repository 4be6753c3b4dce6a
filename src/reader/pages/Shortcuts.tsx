import { useMemo, useState } from 'react';
import { useShortcuts } from '../keyboard/useShortcuts.ts';
import { isRead } from '../read-state/createReadStore.ts';
import { useMarks } from '../read-state/useMarks.ts';
import { goToList } from '../reading/goToList.ts';
import type { OpenArticle } from '../reading/useOpenArticle.ts';
import { DeferredSheet } from '../ui/DeferredSheet.tsx';
import { words } from '../words/words.ts';

const loadPalette = async () => (await import('../keyboard/Palette.tsx')).Palette;
const loadHelp = async () => (await import('../keyboard/ShortcutHelp.tsx')).ShortcutHelp;

/** The keyboard's ways through the site, and the two sheets that they open. */
export function Shortcuts({ open }: { open: OpenArticle | undefined }) {
  const [sheet, setSheet] = useState<'palette' | 'help'>();
  const { read } = useMarks();
  const article = open?.query.data;
  const [list, steps] = [open?.list, open?.steps];
  useShortcuts(
    useMemo(
      () => ({
        openPalette: () => setSheet('palette'),
        openHelp: () => setSheet('help'),
        goUp: () => list && goToList(list, steps),
        turnUnread: () => article && read.mark(article.id, !isRead(read.readMarks(), article)),
      }),
      [article, list, steps, read],
    ),
  );
  const onClose = () => setSheet(undefined);

  if (sheet === 'palette') {
    const content = { onClose };
    return (
      <DeferredSheet
        key="palette"
        title={words.palette}
        onClose={onClose}
        load={loadPalette}
        content={content}
        look="is-center"
      />
    );
  }
  return sheet === 'help' ? (
    <DeferredSheet
      key="help"
      title={words.shortcutHelp}
      onClose={onClose}
      load={loadHelp}
      content={{}}
      look="is-center"
    />
  ) : null;
}
