/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The lesson whose page is being rendered; the author's components read it. */
    lesson?: import('./core/course/course.ts').Lesson;
    /** How many cases of it have been printed. */
    cases?: number;
  }
}

/** Entry name -> address of its bundle below the base; empty in development (see build/integrations/client.ts). */
declare const __ENTRIES__: Record<string, string>;
