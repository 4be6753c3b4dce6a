/** Stands for a `br` until it is known whether a line break of the source follows each. */
const BREAK = '\r';

/** Collects the text of code from the many elements that highlighters make of its lines. */
export class CodeText {
  private text = '';
  /** A line's element has ended, and nothing has come since. */
  private isLineOver = false;
  /** Where the innermost line began. */
  private start = 0;

  add(value: string): void {
    if (this.isLineOver && !value.startsWith('\n')) this.text += '\n';
    this.isLineOver = false;
    this.text += value;
  }

  addBreak(): void {
    this.isLineOver = false;
    this.text += BREAK;
  }

  openLine(): void {
    if (this.isLineOver || !/(?:^|[\n\r])$/.test(this.text.slice(-1))) this.text += '\n';
    this.isLineOver = false;
    this.start = this.text.length;
  }

  closeLine(): void {
    // A line may hold its own line break.
    this.isLineOver = this.text.length === this.start || !/[\n\r]$/.test(this.text.slice(-1));
  }

  /** Returns the whole text. Where a line break follows each `br`, both are one. */
  read(): string {
    const isDoubled = !/\r(?!\n|$)/.test(this.text);
    return isDoubled ? this.text.replaceAll(BREAK, '') : this.text.replaceAll(BREAK, '\n');
  }
}
