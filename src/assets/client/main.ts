import 'htmx.org';
import { carryOverToPages } from './carry-over.ts';
import { openDialogsFromServer } from './dialog.ts';
import { keepFiltersInStep, searchBySlash } from './filters.ts';
import { closeMenuOnLink } from './menu.ts';
import { printOnPress } from './print.ts';
import { rememberTheme } from './theme.ts';
import { rememberTimeZone } from './time-zone.ts';
import { sayWhenUnreachable } from './unreachable.ts';

rememberTimeZone();
rememberTheme();
openDialogsFromServer();
carryOverToPages();
keepFiltersInStep();
searchBySlash();
closeMenuOnLink();
sayWhenUnreachable();
printOnPress();
