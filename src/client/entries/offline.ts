import { CourseInstall } from '../elements/course-install.ts';
import { CoursePacks } from '../elements/course-packs.ts';
import { keepInstallOffer } from '../home-screen.ts';
import { startSite } from '../site.ts';

keepInstallOffer();
startSite();
customElements.define('course-install', CourseInstall);
customElements.define('course-packs', CoursePacks);
