import 'htmx.org';
import { openDialogsFromServer } from './dialog.ts';
import { keepFiltersInStep } from './filters.ts';
import { closeMenuOnLink } from './menu.ts';
import { rememberTimeZone } from './time-zone.ts';

rememberTimeZone();
openDialogsFromServer();
keepFiltersInStep();
closeMenuOnLink();
