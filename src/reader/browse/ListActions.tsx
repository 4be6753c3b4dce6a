import type { ReactNode } from 'react';
import { SettingsButton } from '../settings/SettingsButton.tsx';

interface ListActionsProps {
  /** The list is the page; beside an article the reading bar has the settings. */
  isPage: boolean;
  /** What can be done to this list. */
  children?: ReactNode;
}

/** What stands beside a list's name. */
export function ListActions({ isPage, children }: ListActionsProps) {
  return (
    <div className="flex shrink-0 items-center gap-4 self-center">
      {children}
      {isPage && <SettingsButton className="order-button" />}
    </div>
  );
}
