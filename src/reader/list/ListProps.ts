/** What every list on screen is told about the rest of the screen. */
export interface ListProps {
  /** The article in the reading pane beside the list; its position once it is known. */
  open: { id: string; position: number | undefined } | undefined;
  /** What an article opened from here is to carry as `ArticleOrigin.steps`. */
  steps: number | undefined;
  /** The reader is about to open that article. */
  onApproach: (id: string) => void;
}
