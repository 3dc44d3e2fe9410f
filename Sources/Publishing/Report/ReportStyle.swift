// SPDX-License-Identifier: Apache-2.0

/// The style that a report carries within itself, for screens and for paper.
///
/// - Note: it stands in the page as it is, so it has none of the characters that markup escapes. On paper a
///   compact report is set small: two pages of A4 for the national one, one for a brief.
enum ReportStyle {
  /// The text between the tags.
  static let text = #"""
    :root{color-scheme:light dark;--bg:#fff;--soft:#f3f6f7;--ink:#18242d;--muted:#4d5b66;--line:#d5dde1;--edge:#7b8992;--accent:#0a5566;
    --s1:#0b5f8a;--s2:#b4541a;--s3:#2c7a4b;--s4:#7a4ba3;--s5:#a52f52;--s6:#5f6368;--hatch:#fff}
    *{box-sizing:border-box}
    body{margin:0 auto;max-inline-size:62rem;padding:1.5rem clamp(1rem,4vw,2.5rem) 3rem;background:var(--bg);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",Roboto,"Liberation Sans",sans-serif;overflow-wrap:break-word}
    a{color:var(--accent);text-underline-offset:.18em}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .office{margin:0;color:var(--accent);font-weight:600}
    h1{font-size:1.9rem;line-height:1.15;margin:.1em 0 .2em}
    .lead{color:var(--muted);font-size:1.1rem;margin:0 0 1.5rem}
    header{border-block-end:3px solid var(--accent);margin-block-end:1.25rem}
    h2{font-size:1.3rem;line-height:1.25;margin:1.75rem 0 .6rem}
    h3{font-size:1.1rem;line-height:1.3;margin:1.25rem 0 .4rem}
    h4,h5,h6{font-size:1rem;margin:1rem 0 .3rem}
    p,ul,ol{margin:.4rem 0 .8rem;max-inline-size:50rem}
    .note,.source{color:var(--muted);font-size:.85rem;margin:.25rem 0}
    .source code,.notes code{overflow-wrap:anywhere}
    code,pre{font-family:ui-monospace,"Noto Sans Mono","DejaVu Sans Mono","Liberation Mono",monospace;font-size:.85em}
    pre{overflow-x:auto;background:var(--soft);padding:.6rem}
    blockquote{margin:.8rem 0;padding-inline-start:1rem;border-inline-start:4px solid var(--line)}
    .scroll{overflow-x:auto;margin-block:.4rem}
    table{border-collapse:collapse;min-inline-size:100%;font-size:.9rem;line-height:1.35}
    caption{text-align:start;font-weight:600;padding:.3rem 0}
    th,td{padding:.35rem .5rem;text-align:start;vertical-align:baseline;border-block-start:1px solid var(--line)}
    thead th{background:var(--soft);font-weight:600;vertical-align:bottom}
    thead th.number[scope=colgroup]{text-align:center;border-inline:2px solid var(--bg)}
    tbody th{font-weight:500}
    .number{text-align:end;font-variant-numeric:tabular-nums lining-nums}
    .q{color:inherit;text-decoration-color:var(--edge);text-decoration-style:dotted;display:inline-block;min-block-size:1.5rem;min-inline-size:1.5rem}
    .unit{color:var(--muted);font-size:.88em}
    .blank{color:var(--muted);font-style:italic}
    .unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .scroll,td{position:relative}
    sup{line-height:0;font-size:.72em;margin-inline-start:.1em}
    sup a{padding:.4em .25em}
    figure{margin:.8rem 0}
    svg{direction:ltr;display:block}
    .chart{inline-size:100%;block-size:auto;max-inline-size:50rem;overflow:visible}
    .narrow{display:none;max-inline-size:27rem}
    .chart text{font-size:13px;fill:var(--ink)}
    .grid path{stroke:var(--line)}.grid text,.chart .grid text{fill:var(--muted)}
    .base{stroke:var(--edge)}
    .line{fill:none;stroke-width:2.5;stroke-linejoin:round}
    .hatch{stroke:var(--hatch);stroke-width:1.5;fill:none}
    .s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}.s5{fill:var(--s5)}.s6{fill:var(--s6)}
    .l1{stroke:var(--s1)}.l2{stroke:var(--s2)}.l3{stroke:var(--s3)}.l4{stroke:var(--s4)}.l5{stroke:var(--s5)}.l6{stroke:var(--s6)}
    .key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.9rem}
    .key li{display:flex;gap:.4rem;align-items:center}
    .sign{inline-size:28px;block-size:16px;flex:none}
    details{border-block-end:1px solid var(--line);padding-block:.3rem}
    summary{cursor:pointer;min-block-size:1.5rem;padding-block:.15rem}
    .notes{border-block-start:2px solid var(--line);margin-block-start:2rem;font-size:.9rem}
    .notes li{margin-block:.3rem}
    footer{color:var(--muted);font-size:.85rem;border-block-start:1px solid var(--line);margin-block-start:1.5rem}
    @media screen and (max-width:40rem){.wide{display:none}.narrow{display:block}}
    @media (prefers-color-scheme:dark){:root{--bg:#10171b;--soft:#182227;--ink:#e6ecef;--muted:#a8b5bd;--line:#2c3940;--edge:#7d8b94;--accent:#7ccfdf;
    --s1:#64aee0;--s2:#e69a5c;--s3:#72c595;--s4:#bd9be3;--s5:#ec86a4;--s6:#b3b9be;--hatch:#10171b}}
    @media (forced-colors:active){.chart,.sign{forced-color-adjust:none}.chart text{fill:CanvasText}}
    @media print{@page{size:A4;margin:11mm 12mm}
    :root{--bg:#fff;--soft:#f3f6f7;--ink:#18242d;--muted:#4d5b66;--line:#d5dde1;--edge:#7b8992;--accent:#0a5566;--s1:#0b5f8a;--s2:#b4541a;--s3:#2c7a4b;--s4:#7a4ba3;--s5:#a52f52;--s6:#5f6368;--hatch:#fff}
    body{padding:0;max-inline-size:none;font-size:10pt;print-color-adjust:exact}
    p,ul,ol{max-inline-size:none}
    .scroll{overflow:visible;break-inside:avoid}
    sup a{padding:0}
    .flowing table{font-size:8pt}
    .flowing th,.flowing td{padding:1.6pt 4pt}
    .flowing .note,.flowing .source{font-size:7.5pt;margin:.1rem 0}
    .flowing .notes{font-size:7pt;line-height:1.3}
    .flowing .notes li{margin-block:.05rem}
    .flowing .notes h3{font-size:8.5pt;margin-block:.5rem .1rem}
    a{color:inherit;text-decoration:none}
    .q{display:inline;min-block-size:0}
    .chart-data{display:none}
    tr,figure{break-inside:avoid}
    thead{display:table-header-group}
    h2,h3{break-after:avoid}
    .break{break-after:page}
    .compact{font-size:8pt;line-height:1.3}
    .compact h1{font-size:15pt}
    .compact .lead{font-size:9pt;margin-block-end:.3rem}
    .compact header{margin-block-end:.4rem}
    .compact h2{font-size:10pt;margin:.55rem 0 .15rem}
    .compact h3{font-size:9pt;margin:.4rem 0 .1rem}
    .compact p,.compact ul,.compact ol{margin:.1rem 0 .25rem}
    .compact ul,.compact ol{padding-inline-start:1.2rem}
    .compact table{font-size:7.4pt;line-height:1.2}
    .compact th,.compact td{padding:.9pt 3pt}
    .compact caption{padding:.1rem 0}
    .compact .scroll{margin-block:.1rem}
    .compact figure{margin:.2rem 0}
    .compact .chart{max-inline-size:52%;margin-inline:auto}
    .compact .note,.compact .source,.compact footer{font-size:6.4pt;margin:.05rem 0}
    .compact .key{font-size:7.4pt;margin:0;justify-content:center}
    .compact td .unit{white-space:nowrap}
    .compact .notes{font-size:6.2pt;margin-block-start:.4rem;border-block-start-width:1px}
    .compact .notes h2{font-size:7.5pt;margin:.15rem 0 0}
    .compact .notes p{margin:0}
    .compact .notes ol{columns:2;column-gap:1.2rem;margin:0}
    .compact .notes li{margin:0}
    .compact .notes details{display:none}
    .compact footer{margin-block-start:.2rem}}

    """#
}
