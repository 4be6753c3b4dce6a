import { useQueryClient } from '@tanstack/react-query';
import type { StoredList } from '../browse/useStoredList.ts';
import { ExportButton } from './ExportButton.tsx';

/** The button 导出 of a category's or a tag's list. What reads the list comes with the dialog. */
export function StoredExportButton({ stored }: { stored: StoredList }) {
  const client = useQueryClient();
  const { title, list, info } = stored;
  const { count, months } = info;
  const read = async (month?: string) => {
    const { readStoredArticles } = await import('./readStoredArticles.ts');
    return readStoredArticles(client, list, info, month);
  };
  return <ExportButton source={{ title, count, months, read }} />;
}
