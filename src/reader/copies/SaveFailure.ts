import type { FailureReason } from './SavedRecord.ts';

/** Thrown where a piece can't be saved; costs that piece and nothing else. */
export class SaveFailure extends Error {
  override name = 'SaveFailure';
  readonly reason: FailureReason;

  constructor(reason: FailureReason, address: string, cause?: unknown) {
    super(`${reason}: ${address}`, { cause });
    this.reason = reason;
  }
}

/** Whether the browser has no more room. Firefox names it differently (NS_ERROR_DOM_QUOTA_REACHED). */
export function isQuotaError(error: unknown): boolean {
  return error instanceof DOMException && /quota/i.test(`${error.name} ${error.message}`);
}
