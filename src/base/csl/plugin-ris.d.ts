/** The RIS plugin ships no types; it is imported for what it registers. */
declare module '@citation-js/plugin-ris';
