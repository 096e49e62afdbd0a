import { expect, test } from 'vitest';
import { auditLine, notAudited, readAudit } from '../../tools/audit-report.ts';

const shipped = new Set(['idb', 'pagefind']);
const report = (found: Record<string, string>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(found).map(([name, severity]) => [name, { name, severity }]),
    ),
    metadata: { vulnerabilities: { high: 1, critical: 0, total: Object.keys(found).length } },
  });

test('a report without a hole is an audit that found none', () => {
  const audit = readAudit(report({}), shipped);
  expect(audit).toMatchObject({ audited: true, fatal: [] });
  expect(auditLine(audit)).toContain('已审计 audited: high 1, critical 0, total 0');
});

test.each(['high', 'critical'])('a %s hole in a package that ships stops a release', (severity) => {
  const audit = readAudit(report({ idb: severity, vite: 'low' }), shipped);
  expect(audit).toMatchObject({ audited: true, fatal: [`idb (${severity})`] });
  expect(auditLine(audit)).toContain(`affected: idb (${severity})`);
});

test.each([
  ['in a tool', { vite: 'critical' }],
  ['that is small', { idb: 'moderate' }],
])('a hole %s is counted and stops nothing', (_, found) => {
  const audit = readAudit(report(found), shipped);
  expect(audit).toMatchObject({ audited: true, fatal: [] });
  expect(auditLine(audit)).toContain('total 1');
});

test.each([
  [
    'an error of the service',
    '{"message":"405 Method Not Allowed - POST https://example.test/x","error":{"summary":""}}',
    '405 Method Not Allowed - POST …',
  ],
  [
    'no network',
    '{"error":{"code":"ENOTFOUND","summary":"request failed\\nsecond line"}}',
    'request failed',
  ],
  [
    'an error beside an empty report',
    JSON.stringify({ ...JSON.parse(report({})), error: {} }),
    'the answer lists no vulnerabilities',
  ],
  ['an empty object', '{}', 'the answer lists no vulnerabilities'],
  ['null', 'null', 'the answer lists no vulnerabilities'],
  ['a list', '[]', 'the answer lists no vulnerabilities'],
  ['a report without counts', '{"vulnerabilities":{}}', 'the answer lists no vulnerabilities'],
  ['a login page', '<html>', 'npm said something else than JSON'],
  ['nothing', ' ', 'npm said nothing'],
])('%s is “not audited”, never “clean”', (_, text, reason) => {
  const audit = readAudit(text, shipped);
  expect(audit).toEqual(notAudited(reason));
  expect(auditLine(audit)).toBe(`未审计 not audited: ${reason}`);
});
