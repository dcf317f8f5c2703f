import { localize } from './language';

/** The words of the page of licences. */
export const licencesText = localize({
  en: {
    title: 'Licences',
    note: 'Hipline is made of other people’s work too. What each asks for stands here, as the build found it.',
    models: 'Pose models',
    packages: 'Packages',
    loading: 'Looking…',
    missing: 'The list could not be read. It stands in licenses.md beside the page.',
  },
  de: {
    title: 'Lizenzen',
    note: 'In Hipline steckt auch die Arbeit anderer. Was jede Lizenz verlangt, steht hier, wie der Bau es fand.',
    models: 'Pose-Modelle',
    packages: 'Pakete',
    loading: 'Wird gesucht …',
    missing: 'Die Liste war nicht zu lesen. Sie steht in licenses.md neben der Seite.',
  },
});
