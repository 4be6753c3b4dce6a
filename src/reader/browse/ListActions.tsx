import type { ReactNode } from 'react';
import { MoreActions } from '../list/MoreActions.tsx';
import { SettingsButton } from '../settings/SettingsButton.tsx';

interface ListActionsProps {
  /** The list is the page; beside an article the reading bar has the settings. */
  isPage: boolean;
  /** What can be done to this list; `rare`: and what seldom is. */
  children?: ReactNode;
  rare?: ReactNode;
}

/** What stands beside a list's name. */
export function ListActions({ isPage, children, rare }: ListActionsProps) {
  return (
    <div className="list-actions">
      {children}
      {rare && <MoreActions>{rare}</MoreActions>}
      {isPage && <SettingsButton className="order-button" />}
    </div>
  );
}
