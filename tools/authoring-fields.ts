/** Fills the tables of fields in docs/authoring.md with what the schemas say. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fillFieldTables } from '../src/build/authoring/field-tables.ts';

const guide = path.join(import.meta.dirname, '../docs/authoring.md');
writeFileSync(guide, fillFieldTables(readFileSync(guide, 'utf8')));
