import type { Component } from './components.ts';
import type { Course } from './sbom.ts';

/** `licenses.txt`: what is shipped with the full text of its license, then what only builds. */
export function printLicenses(
  course: Course,
  components: readonly Component[],
  texts: ReadonlyMap<string, string>,
): string {
  const shipped = components.filter((component) => component.shipped);
  const building = components.filter((component) => !component.shipped);
  return `窗口学堂（${course.name} ${course.version}）的许可

代码按 ${course.license} 许可，课程内容按 CC BY 4.0 许可。

一、随网站发到浏览器的第三方代码（${shipped.length}个）

${shipped.map((component) => shippedEntry(component, texts)).join('\n')}
pagefind 的搜索程序由 Rust 编译而成，编进去的 Rust 组件不在本清单里。

二、只用来生成和测试、不在网站里的第三方代码（${building.length}个）

${building.map(title).join('\n')}
`;
}

function shippedEntry(component: Component, texts: ReadonlyMap<string, string>): string {
  const text = texts.get(component.name);
  if (!text) throw new Error(`No license text of ${component.name}`);
  return `${title(component)}\n\n${text.trim().replaceAll(/^(?=.)/gm, '    ')}\n`;
}

function title({ name, version, license }: Component): string {
  return `${name} ${version}，${license ?? '锁文件没有写许可'}`;
}
