// First, since it says in which order the layers of styles count.
import '../ui/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../data/createQueryClient.ts';
import { watchContent } from '../data/watchContent.ts';
import { followSettings } from '../settings/applySettings.ts';
import { createSettingsStore } from '../storage/createSettingsStore.ts';
import { createKeyValueStore, findStorage } from '../storage/KeyValueStore.ts';
import { SettingsContext } from '../storage/useSettings.ts';
import { ReportPage } from './ReportPage.tsx';
import './report.css';
import './reportFile.css';

// The script of the page that `npm run report` opens. Only the development server names it
// (`src/archive/vite/servePlugin.ts`), so a build has nothing of this folder.
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const queryClient = createQueryClient();
watchContent(queryClient);
const settings = createSettingsStore(createKeyValueStore(findStorage('localStorage'), window));
followSettings(settings);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <SettingsContext value={settings}>
        <ReportPage />
      </SettingsContext>
    </QueryClientProvider>
  </StrictMode>,
);
