import { cropChosenPhotos } from './crop.ts';
import { keepFormsThatDidNotArrive } from './lost-form.ts';
import { narrowPicks } from './narrow.ts';
import { askForPasskeys } from './passkeys.ts';
import { showResumes } from './resume.ts';
import { saveByKey } from './save-key.ts';
import { sayWhatIsUnsaved } from './unsaved.ts';

/** The script of the panel and the way in; each part does nothing where its element is missing. */
askForPasskeys();
cropChosenPhotos();
keepFormsThatDidNotArrive();
narrowPicks();
saveByKey();
sayWhatIsUnsaved();
showResumes();
