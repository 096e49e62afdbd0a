/** `npm run audit`: known holes in the packages of the lock file, or the plain words “not audited”. */
import { exec } from 'node:child_process';
import { join } from 'node:path';
import { shippedPackages } from '../src/build/inventory/components.ts';
import { type Audit, auditLine, notAudited, readAudit } from './audit-report.ts';

/** Milliseconds after which the service counts as out of reach. */
const PATIENCE = 60_000;

function askNpm(): Promise<Audit> {
  const options = {
    cwd: join(import.meta.dirname, '..'),
    timeout: PATIENCE,
    maxBuffer: 64e6,
  };
  return new Promise((resolve) => {
    // npm ends with an error both when it finds something and when it cannot look.
    exec('npm audit --json', options, (error, output) => {
      const late = error?.killed === true;
      resolve(
        late
          ? notAudited(`no answer within ${PATIENCE / 1000} s`)
          : readAudit(output, new Set(shippedPackages.keys())),
      );
    });
  });
}

const audit = await askNpm();
console.log(auditLine(audit));
process.exitCode = audit.audited && audit.fatal.length > 0 ? 1 : 0;
