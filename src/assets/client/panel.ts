import { askForPasskeys } from './passkeys.ts';
import { printOnPress } from './print.ts';

// What pages of the panel and the way in do beyond every other page.

askForPasskeys();
printOnPress();
