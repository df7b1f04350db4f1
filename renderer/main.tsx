import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { queryClient } from './api.ts';
import { Frame } from './app/Frame.tsx';
import { useTheme } from './app/theme.ts';
import './ui/app.css';
import './ui/page.css';
import './ui/panel.css';
import './ui/kit.css';
import './ui/grid.css';
import './intake/intake.css';
import './intake/studio.css';
import './intake/names.css';
import './today/today.css';

function App() {
  const theme = useTheme();
  return (
    <FluentProvider theme={theme}>
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>
          <Frame />
        </Router>
      </QueryClientProvider>
    </FluentProvider>
  );
}

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
