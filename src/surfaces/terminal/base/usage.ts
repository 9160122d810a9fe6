/** The help texts of the base's commands, at 80 columns. */
export const USAGE = `base: check and verify a fact base

  check [folder…] [--rules]             every rule, without snapshots
  verify [folder…] --snapshots DIR      every passage against its source's text
  schema [--out DIR]                    JSON Schema of the files, for editors
  snapshot SOURCE [folder…] --out DIR   fetch a source's text

A folder holds base.yaml; without one, the program's own bases are meant.
\`base COMMAND --help\` tells more. Exit codes: 0 all well, 1 errors, 2 misuse.`;

export const HELP = {
  check: `base check [folder…] [--rules]

Checks schema, references, duplicates, dates, hedges, quotes, reviews, asks and
the share of each source that is quoted. Needs no snapshot and no network.

  --rules   list the rules and what each demands`,
  verify: `base verify [folder…] --snapshots DIR [--pin]

Holds every passage letter for letter against the snapshot of its source,
DIR/<source id>.txt, and tells which sentences no record carries.
A passage is exact, moved or lost; what is only like it is proposed.

  --snapshots DIR   folder of the snapshots
  --pin             write each passage's place into the files, as \`start:\`;
                    changes nothing else in them`,
  schema: `base schema [--out DIR]

Writes a JSON Schema for each base file, for completion and hints in editors.

  --out DIR   folder for the schemas; \`schema\` when not given`,
  snapshot: `base snapshot SOURCE [folder…] --out DIR [--force]

Fetches the page of a source (an entry of sources.yaml with \`id\` and \`url\`)
and saves its readable text as DIR/<source id>.txt. Prints what sources.yaml
needs: hash, body and words. The text stays yours: do not publish the folder.

  --out DIR   folder of your snapshots
  --force     write over a snapshot that differs`,
} as const;

export type Subcommand = keyof typeof HELP;
