/** What stands at the head of the description of the public data. The license of the data is the parties' to say. */
export const documentation = (publicUrl: string) => ({
  info: {
    title: 'Parley: the public record',
    version: '1',
    description:
      'Every table of the public record as JSON and as CSV. No account and no key is needed; any origin may read. What is not published is not found. A cell that has no figure is absent, never zero. CSV is RFC 4180 in UTF-8; a text that a spreadsheet program would run as a formula begins with an apostrophe; `?bom=1` adds the byte order mark that Excel looks for.',
  },
  servers: [{ url: publicUrl }],
})
