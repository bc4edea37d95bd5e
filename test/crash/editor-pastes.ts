/** What people bring into the text from elsewhere, as their programs put it on the clipboard. */
export const pastes: Record<string, string> = {
  word: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
    <meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0cm;font-family:"Calibri"}</style></head>
    <body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
    <p class=MsoHeading1 style='mso-outline-level:1'><b><span style='font-size:16.0pt'>Article 3</span></b><o:p></o:p></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>First duty<o:p></o:p></p>
    <p class=MsoNormal><i>Each</i> factory is <u>visited</u> <s>once</s> twice<sup>1</sup>.<br style='page-break-before:always'><o:p>&nbsp;</o:p></p>
    <table class=MsoTableGrid border=1><tr><td width=208 colspan=2><p class=MsoNormal>Indicator</p></td><td><p>2010</p></td></tr>
    <tr><td><p class=MsoNormal>Visits</p></td><td rowspan=2><p>62</p></td><td>95</td></tr></table>
    <img width=120 height=80 src="file:///C:/Users/x/image001.png" v:shapes="Picture_x0020_1"><!--EndFragment--></body></html>`,
  web: `<h1>Report</h1><h2>Findings</h2><h3>Detail</h3><h4>More</h4><h5>Small</h5><h6>Smallest</h6>
    <p style="color:red;text-align:right" onclick="alert(1)">A <a href="https://example.org/?a=1&amp;b=2">link</a>, <code>code</code>,
    <mark>marked</mark> and <b><i><b>nested</b></i></b> words.</p><script>alert(1)</script><style>p{}</style>
    <ul><li>One<ol start="4"><li>Four</li><li><p>Five</p><p>and more</p></li></ol></li><li><blockquote>Quoted in a list</blockquote></li><li></li></ul>
    <blockquote><p>Quoted</p><h2>Heading in it</h2><ul><li>Item in it</li></ul></blockquote><pre>  code
      block</pre><hr><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="dot"><video src="x.mp4"></video>
    <table><caption>Pay</caption><thead><tr><th scope="col">Year</th><th>Rate</th></tr></thead><tbody><tr><td>2009</td><td>56 <br> USD</td></tr></tbody></table>
    <dl><dt>Term</dt><dd>Meaning</dd></dl><details><summary>More</summary>Hidden</details><iframe src="x"></iframe>`,
  docs: `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;font-style:italic">Bold italic</span><span> plain</span></p>
    <ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li><ul><li aria-level="2"><p>Two</p></li></ul></ul><br></b>`,
  sheet: `<google-sheets-html-origin><table data-sheets-root="1"><colgroup><col width="100"></colgroup><tbody><tr><td data-sheets-value="{}">95.5</td><td>%</td></tr></tbody></table>`,
  scripts:
    '<p>ប្រាក់ឈ្នួល · 工資 · أجور · שכר · a\u0301\u200d👩‍🏭👩🏽‍⚖️ \u202eabc\u202c</p><p>\u00a0\u2003tabs\tand\u00adhyphens\ufeff</p>',
  broken:
    '<p>open <b>bold <i>both</b> italic</i><li>item outside<td>cell outside</p></ul><h2><p>in heading</p></h2>&bogus; &#0; &lt;b&gt;',
  long: `<p>${'A long paragraph goes on. '.repeat(200)}</p>`.repeat(5),
}
