/** Trusted Types in the browsers that have them; elsewhere addresses pass as they are. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/**
 * Creates the policy `name`, which lets exactly the script addresses through that `allows` accepts.
 * The policy `default` also covers calls inside libraries; a name can be taken once a page.
 */
export function scriptPolicy(
  name: 'app' | 'default' | 'offline',
  allows: (url: string) => boolean,
): (url: string) => string {
  const check = (url: string) => {
    if (allows(url)) return url;
    throw new TypeError(`Refused as a script: ${url}`);
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(name, { createScriptURL: check });
  return (url) => policy?.createScriptURL(url) ?? check(url);
}
