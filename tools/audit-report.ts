/** What `npm audit --json` says, judged. */

/** `fatal` names the shipped packages with a serious hole; without an answer there is only a reason. */
export type Audit =
  | { audited: true; counts: Readonly<Record<string, number>>; fatal: readonly string[] }
  | { audited: false; reason: string };

interface Report {
  vulnerabilities: Record<string, { severity?: unknown }>;
  metadata: { vulnerabilities: Record<string, number> };
}

const SERIOUS = ['high', 'critical'];

/**
 * Reads what npm has printed. Only a report that lists vulnerabilities, be it none, is an audit: an
 * error of the service, an empty answer and anything else that cannot be read is “not audited”,
 * never “clean”. Packages that only build and test are counted, but stop nothing.
 */
export function readAudit(text: string, shipped: ReadonlySet<string>): Audit {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return notAudited(
      text.trim() === '' ? 'npm said nothing' : 'npm said something else than JSON',
    );
  }
  if (!isReport(value)) return notAudited(messageOf(value));
  const fatal = Object.entries(value.vulnerabilities)
    .filter(([name, { severity }]) => shipped.has(name) && SERIOUS.includes(String(severity)))
    .map(([name, { severity }]) => `${name} (${severity})`);
  return { audited: true, counts: value.metadata.vulnerabilities, fatal };
}

export const notAudited = (reason: string): Audit => ({ audited: false, reason });

/** The line for the terminal, in both languages of the project. */
export function auditLine(audit: Audit): string {
  if (!audit.audited) return `未审计 not audited: ${audit.reason}`;
  const counts = Object.entries(audit.counts).map(([severity, count]) => `${severity} ${count}`);
  const verdict =
    audit.fatal.length > 0
      ? `随站发布的包有漏洞 shipped packages affected: ${audit.fatal.join(', ')}`
      : '随站发布的包没有高危漏洞 no serious hole in what ships';
  return `已审计 audited: ${counts.join(', ')}. ${verdict}`;
}

function isReport(value: unknown): value is Report {
  const { vulnerabilities, metadata, error } = (value ?? {}) as Partial<Report> & {
    error?: unknown;
  };
  return error === undefined && isRecord(vulnerabilities) && isRecord(metadata?.vulnerabilities);
}

function messageOf(value: unknown): string {
  const { message, error } = (value ?? {}) as { message?: unknown; error?: { summary?: unknown } };
  const [text] = [message, error?.summary].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  // The first line, without the address of a registry.
  return String(text ?? 'the answer lists no vulnerabilities')
    .split('\n')[0]
    ?.replace(/\S+:\/\/\S+/g, '…') as string;
}

const isRecord = (value: unknown): value is Record<string, never> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
