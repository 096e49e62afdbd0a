import {
  constantHeaders,
  filesForHosts,
  keptDays,
  mediaTypes,
  packedExtensions,
  plainBytes,
  secureOnlyHeaders,
} from '../hosting.ts';

/**
 * `web.config` for IIS 8 and later, with features of its default installation only. IIS knows no
 * pattern for names, so `hashed` are those of this build: `_astro`, `manifest.1f2e.json`. Every
 * row is removed before it is added: one that the server has already would stop the whole site.
 */
export function iisFile(base: string, hashed: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- 窗口学堂的 IIS 设置，由生成程序写出，不用改。用法见部署说明 iis.md。 -->
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="${quoted(pathFromRoot(base, '404.html'))}" responseMode="File" />
    </httpErrors>
    <urlCompression doStaticCompression="true" />
    <security>
      <requestFiltering>
        <hiddenSegments>
${filesForHosts.map(hiddenSegment).join('\n')}
        </hiddenSegments>
      </requestFiltering>
    </security>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${Object.entries(constantHeaders).map(customHeader).join('\n')}
      </customHeaders>
    </httpProtocol>
    <staticContent>
      ${revalidated}
${typeRows().map(mimeMap).join('\n')}
    </staticContent>
  </system.webServer>
${hashed.map(keptLocation).join('\n')}
</configuration>
`;
}

const quoted = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Error pages are looked for below the root of the IIS site, which may hold the base's folder. */
const pathFromRoot = (base: string, file: string) => (base + file).slice(1).replaceAll('/', '\\');

function hiddenSegment(name: string): string {
  const segment = quoted(name.replace('/', ''));
  return `          <remove segment="${segment}" />
          <add segment="${segment}" />`;
}

/** IIS can't tell https from http here, so what errs on http is left for an administrator to add. */
function customHeader([name, value]: [string, string]): string {
  const add = `<add name="${name}" value="${quoted(value)}" />`;
  return `        <remove name="${name}" />
        ${secureOnlyHeaders.includes(name) ? `<!-- 全站只走 https 时再启用： ${add} -->` : add}`;
}

/*
 * Set with the file that is sent and not as a header, so that a 404 is never kept for a year.
 * DisableCache is IIS's name for `no-cache`.
 */
const revalidated = '<clientCache cacheControlMode="DisableCache" />';
const kept = `<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${keptDays}.00:00:00" cacheControlCustom="public, immutable" />`;

function typeRows(): [string, string][] {
  return [
    ...Object.entries(mediaTypes),
    ...packedExtensions.map((extension): [string, string] => [extension, plainBytes]),
  ];
}

function mimeMap([extension, type]: [string, string]): string {
  return `      <remove fileExtension=".${extension}" />
      <mimeMap fileExtension=".${extension}" mimeType="${quoted(type)}" />`;
}

function keptLocation(name: string): string {
  return `  <location path="${quoted(name)}">
    <system.webServer>
      <staticContent>
        ${kept}
      </staticContent>
    </system.webServer>
  </location>`;
}
