/** What stands around the sheet of a mail; all values are markup already. */
export type Shell = { language: string; subject: string; preview: string; sheet: string };

// Conditional comments are for Outlook, which draws with Word: it needs its own width and its own font.
const outlookOpen = `<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`;
const outlookClose = '<!--[if mso]></td></tr></table><![endif]-->';
const outlookHead = `<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><style>td, p, h1, h2, h3, a { font-family: 'Segoe UI', Arial, sans-serif !important; }</style><![endif]-->`;

// The dark scheme twice: for programs that follow the system, and for Outlook on the web, which marks what it recoloured.
const dark = `
  .ground { background: #0f1514 !important; } .sheet { background: #161e1d !important; border-color: #283432 !important; }
  .ink { color: #e9efed !important; } .soft { color: #b7c3c0 !important; } .quiet { color: #93a19e !important; } .line { border-color: #283432 !important; }
  a, .due-on { color: #63c5bb !important; } .due-soon { color: #e9b45f !important; } .due-late { color: #ff8f80 !important; }
  .main { background: #63c5bb !important; } .main a { color: #06201f !important; }`;
const darkOutlook = `[data-ogsc] .ink { color: #e9efed !important; } [data-ogsc] .soft { color: #b7c3c0 !important; } [data-ogsc] .quiet { color: #93a19e !important; }
[data-ogsc] a, [data-ogsc] .due-on { color: #63c5bb !important; } [data-ogsc] .due-soon { color: #e9b45f !important; } [data-ogsc] .due-late { color: #ff8f80 !important; }
[data-ogsb] .main { background: #63c5bb !important; } [data-ogsc] .main a { color: #06201f !important; }`;

const style = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { color: #0b6463; }
@media (max-width: 620px) { .pad { padding-left: 20px !important; padding-right: 20px !important; } .wide { width: 100% !important; } }
@media (prefers-color-scheme: dark) {${dark}
}
${darkOutlook}`;

/** The whole HTML of a mail: one column of 600, nothing fetched from anywhere. */
export const shellOf = ({ language, subject, preview, sheet }: Shell): string => `<!doctype html>
<html lang="${language}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${subject}</title>
${outlookHead}
<style>
${style}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f6f6f2">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preview}</div>
<div role="article" aria-roledescription="email" aria-label="${subject}" lang="${language}">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f6f6f2" style="background:#f6f6f2"><tr><td align="center" style="padding:24px 12px">
${outlookOpen}
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;background:#ffffff;border:1px solid #e2e2da;border-radius:12px"><tr><td class="pad" align="left" style="padding:28px 36px 32px">
${sheet.replace(/(<\/t[rd]>|<\/table>)/g, '$1\n')}
</td></tr></table>
${outlookClose}
</td></tr></table>
</div>
</body>
</html>
`;
