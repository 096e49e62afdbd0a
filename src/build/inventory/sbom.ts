import type { Component } from './components.ts';

/** The course itself, as `package.json` names it. */
export interface Course {
  name: string;
  version: string;
  license: string;
}

/**
 * A software bill of materials, CycloneDX 1.6. It has neither serial number nor time, so that equal
 * builds have equal bills. What only builds and tests the site is marked `excluded`.
 */
export function printSbom(course: Course, components: readonly Component[]): string {
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': course.name,
        name: course.name,
        version: course.version,
        licenses: [{ expression: course.license }],
      },
    },
    components: components.map(componentEntry),
  };
  return `${JSON.stringify(bill, null, 1)}\n`;
}

function componentEntry(component: Component) {
  const { name, version, license, integrity, shipped } = component;
  return {
    type: 'library',
    'bom-ref': purl(component),
    name,
    version,
    scope: shipped ? 'required' : 'excluded',
    ...(integrity && { hashes: [hashOf(integrity)] }),
    ...(license && { licenses: [{ expression: license }] }),
    purl: purl(component),
  };
}

/** The address of a package that every tool understands: `pkg:npm/%40scope/name@1.2.3`. */
function purl({ name, version }: { name: string; version: string }): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function hashOf(integrity: string) {
  const [algorithm = '', digest = ''] = integrity.split('-');
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
}
