import { cropChosenPhotos } from './crop.ts';
import { keepFormsThatDidNotArrive } from './lost-form.ts';
import { sayWhatIsUnsaved } from './unsaved.ts';

/** The script of the interviewer's panel; each part does nothing where its element is missing. */
cropChosenPhotos();
keepFormsThatDidNotArrive();
sayWhatIsUnsaved();
