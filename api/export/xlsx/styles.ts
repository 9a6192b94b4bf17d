/** How cells look, by their place in `cellXfs` below. A quoted cell stays text even when somebody edits it. */
export const styleOf = { plain: 0, header: 1, text: 2, quoted: 3, day: 4, instant: 5 } as const;

const xf = (more: string, alignment = '<alignment horizontal="left" vertical="top"/>'): string =>
  `<xf fillId="0" borderId="0" xfId="0" applyAlignment="1" ${more}>${alignment}</xf>`;
const wrapped = '<alignment vertical="top" wrapText="1"/>';

export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="6">',
  xf('numFmtId="0" fontId="0"'),
  xf('numFmtId="0" fontId="1" applyFont="1"'),
  xf('numFmtId="0" fontId="0"', wrapped),
  xf('numFmtId="0" fontId="0" quotePrefix="1"', wrapped),
  xf('numFmtId="164" fontId="0" applyNumberFormat="1"'),
  xf('numFmtId="165" fontId="0" applyNumberFormat="1"'),
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');
