import {
  compressedFrom,
  constantHeaders,
  filesForHosts,
  hashedFiles,
  isCompressible,
  keepForAYear,
  mediaTypes,
  plainBytes,
  revalidate,
  secureOnlyHeaders,
} from '../hosting.ts';

/**
 * What an nginx `server` block includes. It names no folder: files are looked for below the
 * server's `root`. `^~` keeps the regular expressions out that a server's panel may bring (styles
 * kept for days), and one variable carries Cache-Control, because an `add_header` of an inner
 * location would drop those of the outer one.
 */
export function nginxFile(base: string): string {
  return `# 窗口学堂的 nginx 设置，由生成程序写出，不用改。在 server { } 里用 include 引入，
# 网站文件夹由 server 的 root 指定。用法见部署说明 nginx.md。
${secureOnlyHeaders.map(onHttpsOnly).join('\n')}
${entrance(base)}
location ^~ ${base} {
    index index.html;
    try_files $uri $uri/ =404;
    error_page 404 ${base}404.html;
    autoindex off;
    absolute_redirect off;
    expires off;

    default_type ${plainBytes};
    types {
${typeLines().join('\n')}
    }
    charset utf-8;
    charset_types ${plainTypes((type) => type.includes('charset')).join(' ')};
    gzip on;
    gzip_comp_level 6;
    gzip_vary on;
    gzip_min_length ${compressedFrom};
    gzip_types ${plainTypes(isCompressible).join(' ')};

    set $xuetang_cache_control "${revalidate}";
    add_header Cache-Control $xuetang_cache_control always;
${Object.entries(constantHeaders).map(headerLine).join('\n')}

    # 文件名里带内容指纹的，可以长期缓存。
    location ~ "^${escaped(base)}(${hashedFiles.map(pattern).join('|')})$" {
        try_files $uri =404;
        set $xuetang_cache_control "${keepForAYear}";
    }

    # 写给服务器看的文件，不给人看。
    location ~ "^${escaped(base)}(${filesForHosts.map(hostPattern).join('|')})$" {
        return 404;
    }
}
`;
}

function onHttpsOnly(header: string): string {
  const variable = variableOf(header);
  return `set ${variable} "";
if ($https) {
    set ${variable} "${constantHeaders[header]}";
}`;
}

/** The base without its last slash leads in; the root of a server has no such address. */
function entrance(base: string): string {
  if (base === '/') return '';
  return `
location = ${base.slice(0, -1)} {
    absolute_redirect off;
    return 301 ${base}$is_args$args;
}
`;
}

/** nginx sends no header whose value is empty. */
function headerLine([name, value]: [string, string]): string {
  const sent = secureOnlyHeaders.includes(name) ? variableOf(name) : `"${value}"`;
  return `    add_header ${name} ${sent} always;`;
}

const variableOf = (header: string) => `$xuetang_${header.toLowerCase().replaceAll('-', '_')}`;

/** nginx adds the charset itself, and compares types without it. */
const withoutCharset = (type: string) => type.replace(/;.*/, '');

function typeLines(): string[] {
  return Object.entries(mediaTypes).map(
    ([extension, type]) => `        ${withoutCharset(type)} ${extension};`,
  );
}

/** The types of the table that are such; nginx counts text/html in by itself and warns if told. */
function plainTypes(isSuch: (type: string) => boolean): string[] {
  const types = Object.values(mediaTypes).filter(isSuch).map(withoutCharset);
  return types.filter((type) => type !== 'text/html');
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const pattern = (rule: string) => rule.split('*').map(escaped).join('.+');

const hostPattern = (name: string) => (name.endsWith('/') ? `${escaped(name)}.*` : escaped(name));
