import { readSettings } from '../settings.ts';

// Runs before the first paint and blocks it, so it does nothing else.
const { theme, text, sector } = readSettings();
const root = document.documentElement;
root.classList.add('js');
if (theme) root.dataset.theme = theme;
if (text) root.dataset.text = text;
if (sector) root.dataset.sector = sector;
