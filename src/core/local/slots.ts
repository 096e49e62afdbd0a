import { isRecord, isString } from '../json.ts';

/** `local.json` beside the site: what the institution says of itself, and its own rules. */
export interface LocalRules {
  unit: string;
  contact: string;
  /** 负责人 and 批准, for modules that name none of their own. */
  owner: string;
  approval: string;
  /** Ids of the sectors that have windows here; empty where the institution does not say. */
  sectors: readonly string[];
  /** Slot id -> the institution's words. */
  slots: ReadonlyMap<string, string>;
}

/** What an institution without a file says. */
export const noRules: LocalRules = {
  unit: '',
  contact: '',
  owner: '',
  approval: '',
  sectors: [],
  slots: new Map(),
};

/** Reads a parsed `local.json`; `undefined` when it is not one. Fields it does not know are ignored. */
export function parseLocal(value: unknown): LocalRules | undefined {
  if (!isRecord(value)) return undefined;
  const { unit = '', contact = '', owner = '', approval = '', sectors = [], slots = {} } = value;
  const texts = { unit, contact, owner, approval };
  if (!isAllText(texts) || !isRecord(slots) || !isAllText(slots)) return undefined;
  if (!Array.isArray(sectors) || !sectors.every(isString)) return undefined;
  const filled = Object.entries(slots)
    .map(([id, text]) => [id, text.trim()] as const)
    .filter(([, text]) => text);
  return {
    unit: texts.unit.trim(),
    contact: texts.contact.trim(),
    owner: texts.owner.trim(),
    approval: texts.approval.trim(),
    sectors: sectors.map((id) => id.trim()).filter(Boolean),
    slots: new Map(filled),
  };
}

const isAllText = <Key extends string>(
  record: Record<Key, unknown>,
): record is Record<Key, string> => Object.values(record).every(isString);
