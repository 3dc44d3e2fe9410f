// SPDX-License-Identifier: Apache-2.0

/// The one style sheet that all pages share.
///
/// - Note: logical properties, so that pages in scripts from right to left are mirrored; colours are
///   variables with a light and a dark value each: text reaches a contrast of 4.5 to 1, series and
///   edges 3 to 1 on either ground. No fonts and no pictures are fetched.
enum StyleSheet {
  /// The text of `style.css`.
  static let text = #"""
    :root{color-scheme:light dark;--bg:#fff;--soft:#f3f6f7;--ink:#18242d;--muted:#4d5b66;--line:#d5dde1;--edge:#7b8992;--accent:#0a5566;--band:#0a3f4d;--onband:#fff;
    --s1:#0b5f8a;--s2:#b4541a;--s3:#2c7a4b;--s4:#7a4ba3;--s5:#a52f52;--s6:#5f6368;--hatch:#fff;
    --m0:#eceff0;--m1:#cfe5e8;--m2:#93c7d0;--m3:#4f9fae;--m4:#1f7183;--m5:#083f4c}
    *{box-sizing:border-box}
    html{scroll-padding-block-start:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI","Noto Sans",Roboto,"Liberation Sans",sans-serif;overflow-wrap:break-word}
    .inner,main{max-inline-size:72rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
    main{padding-block-end:4rem}
    main:focus{outline:none}
    a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
    .skip{position:absolute;inset-inline-start:1rem;inset-block-start:-6rem;background:var(--bg);padding:.6rem 1rem;z-index:1}
    .skip:focus{inset-block-start:.5rem}
    header.site{background:var(--band);color:var(--onband)}
    header.site .inner{display:flex;flex-wrap:wrap;gap:.25rem 2rem;align-items:center;justify-content:space-between;padding-block:.7rem}
    header.site a{color:inherit;display:inline-block;padding-block:.3rem}
    header.site :focus-visible{outline-color:var(--onband)}
    .brand{font-weight:600;text-decoration:none}
    .languages{display:flex;gap:.25rem 1.25rem;flex-wrap:wrap}
    .languages a{min-inline-size:1.5rem}
    .languages [aria-current]{text-decoration:none;font-weight:600;border-block-end:2px solid}
    .intro{padding-block:2.5rem 1rem;max-inline-size:52rem}
    h1{font-size:clamp(1.7rem,1.2rem + 2.2vw,2.6rem);line-height:1.15;letter-spacing:-.015em;margin:.2em 0 .5em;text-wrap:balance}
    h2{font-size:1.4rem;line-height:1.25;margin:0 0 1rem}
    h3{font-size:1.2rem;line-height:1.3;margin:0}
    .lead{font-size:1.15rem;color:var(--muted);margin-block:0 1.25rem;max-inline-size:46rem}
    .back{margin:0}.back a{display:inline-block;padding-block:.25rem}
    .back a::before{content:"\2190\00a0"}
    [dir=rtl] .back a::before{content:"\2192\00a0"}
    section{margin-block-start:2.75rem;padding-block-start:1.5rem;border-block-start:1px solid var(--line)}
    .contents ul,.downloads,.key,.records{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
    .contents a,.downloads a,.records a,summary,td a{display:inline-block;padding-block:.2rem;min-block-size:1.5rem;min-inline-size:1.5rem}
    .downloads a{padding:.35rem .8rem;border:1px solid var(--edge);border-radius:.4rem;text-decoration:none}
    .downloads a:hover{background:var(--soft);border-color:var(--accent)}
    .downloads{gap:.6rem}
    .size,.held,.facts,.legend,.code{color:var(--muted);font-size:.875rem}
    .coverage{font-weight:600;max-inline-size:52rem}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:1.5rem}
    .card{border:1px solid var(--line);border-block-start:4px solid var(--accent);border-radius:.4rem;padding:1.4rem 1.5rem;display:flex;flex-direction:column;gap:.6rem}
    .card p{margin:0}.card nav{margin-block-start:auto;padding-block-start:.6rem}
    .card .downloads a{font-size:.875rem;padding:.2rem .6rem}
    figure{margin:0}
    figcaption{margin-block-end:1rem}
    .held{display:block}
    .legend{margin:.6rem 0 0;max-inline-size:52rem}
    .scroll{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:.4rem;margin-block-end:.75rem}
    table{border-collapse:collapse;min-inline-size:100%;font-size:.9375rem;line-height:1.4}
    caption{text-align:start;font-weight:600;padding:.8rem .9rem}
    th,td{padding:.5rem .9rem;text-align:start;vertical-align:baseline;border-block-start:1px solid var(--line)}
    thead th{background:var(--soft);font-weight:600;vertical-align:bottom;border-block-end:1px solid var(--edge)}
    tbody th{font-weight:500;min-inline-size:8rem}
    tbody tr:hover>*{background:var(--soft)}
    tbody tr:target>*{background:var(--soft);box-shadow:inset 0 2px var(--accent),inset 0 -2px var(--accent)}
    .number{text-align:end;font-variant-numeric:tabular-nums lining-nums}
    td.number{white-space:nowrap}
    .blank{color:var(--muted)}
    .code{white-space:nowrap}
    code,.code{font-family:ui-monospace,"Cascadia Mono","Noto Sans Mono","Liberation Mono",monospace;font-size:.82em}
    code{overflow-wrap:anywhere}
    .unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    caption.unseen{inset-inline-start:0}
    details{border-block-end:1px solid var(--line);padding-block:.35rem;position:relative}
    details table{inline-size:auto;min-inline-size:0;margin-block:.5rem}
    details th,details td{padding-block:.25rem}
    summary{display:list-item;cursor:pointer;font-weight:500}
    dl.facts{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.6rem 1.5rem;margin:0;font-size:1rem;color:inherit}
    dl.facts dt{color:var(--muted)}dl.facts dd{margin:0;min-inline-size:0}
    .notes{margin:0;padding-inline-start:1.2rem;max-inline-size:46rem}
    .steps{list-style:none;margin:0;padding:0}
    .steps .steps{margin-inline-start:.4rem;padding-inline-start:1.25rem;border-inline-start:2px solid var(--line)}
    .steps li{margin-block:1rem}
    dl.step{margin:.25rem 0;font-size:.9375rem}
    dl.step dt{color:var(--muted);float:inline-start;margin-inline-end:.5rem}
    dl.step dd{margin:0}
    .digest{color:var(--muted)}
    svg{direction:ltr;display:block}
    .chart,.map{inline-size:100%;block-size:auto;max-inline-size:60rem;overflow:visible}
    .chart{max-inline-size:51rem}
    .narrow{display:none;max-inline-size:27rem}
    .chart text{font-size:13px;fill:var(--ink)}
    .grid path{stroke:var(--line)}.grid text{fill:var(--muted)}
    .base{stroke:var(--edge)}
    .value{font-variant-numeric:tabular-nums}
    .line{fill:none;stroke-width:2.5;stroke-linejoin:round}
    .hatch{stroke:var(--hatch);stroke-width:1.5;fill:none}
    .s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}.s5{fill:var(--s5)}.s6{fill:var(--s6)}
    .l1{stroke:var(--s1)}.l2{stroke:var(--s2)}.l3{stroke:var(--s3)}.l4{stroke:var(--s4)}.l5{stroke:var(--s5)}.l6{stroke:var(--s6)}
    .map path,.map circle,.map rect{stroke:var(--edge);stroke-width:.6}
    .m0{fill:var(--m0)}.m1{fill:var(--m1)}.m2{fill:var(--m2)}.m3{fill:var(--m3)}.m4{fill:var(--m4)}.m5{fill:var(--m5)}
    .map circle{stroke:var(--ink);stroke-width:1}
    .key{margin-block-start:1rem;font-size:.9375rem}
    .key li{display:flex;gap:.5rem;align-items:center}
    .sign{inline-size:28px;block-size:16px;flex:none}
    .unmapped{font-size:.9375rem;margin-block-start:1rem}
    .unmapped p{margin:0;font-weight:600}.unmapped ul{margin:.25rem 0;padding-inline-start:1.2rem;columns:14rem}
    footer.site{border-block-start:1px solid var(--line);background:var(--soft);color:var(--muted);font-size:.875rem}
    footer.site .inner{padding-block:1.5rem}footer.site p{margin:.2rem 0}
    @media (max-width:40rem){.wide{display:none}.narrow{display:block}dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-block-end:.8rem}th,td{padding-inline:.6rem}tbody th{min-inline-size:6rem}}
    @media (prefers-color-scheme:dark){:root{--bg:#10171b;--soft:#182227;--ink:#e6ecef;--muted:#a8b5bd;--line:#2c3940;--edge:#7d8b94;--accent:#7ccfdf;--band:#0b2a33;
    --s1:#64aee0;--s2:#e69a5c;--s3:#72c595;--s4:#bd9be3;--s5:#ec86a4;--s6:#b3b9be;--hatch:#10171b;--m0:#222d33;--m1:#1d4650;--m2:#2b6c7a;--m3:#4798a8;--m4:#7fc4d0;--m5:#c9eef4}}
    @media (prefers-contrast:more){:root{--muted:var(--ink);--line:var(--edge);--accent:light-dark(#00323d,#b8f0fb)}}
    @media (forced-colors:active){.chart,.map,.sign{forced-color-adjust:none}.chart text{fill:CanvasText}.card,.downloads a{border-color:CanvasText}}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    @media print{@page{margin:1.8cm}header.site,.contents,.back,.skip,.languages{display:none}body{font-size:10pt}.scroll{overflow:visible;border:0}section{break-inside:auto;margin-block-start:1.2rem}figure,tr,.card{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}.wide{display:block}.narrow{display:none}footer.site{background:none}}

    """#
}
