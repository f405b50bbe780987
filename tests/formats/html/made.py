"""Saved pages of invented papers, as the programs of real ones write them."""

STORY = (
    "本报讯（记者温若溪）4月1日，云岭市图书馆新馆开馆，读者凭身份证即可入馆。",
    "馆长贺志强介绍，新馆藏书六十万册。",
)
OTHER = ("东门大桥4月2日封闭大修，工期四个月，过往车辆须绕行南门大桥。", "大桥建于三十年前，桥面多处开裂。")


def founder(
    headline: str = "云岭市图书馆<BR/>新馆开馆",
    body: tuple[str, ...] = STORY,
    *,
    kicker: str = "惠民文化工程",
    subhead: str = "读者凭身份证入馆",
    author: str = "温若溪",
    caption: str = "图为新馆的少儿阅览区。&nbsp;高原 摄",
    page: str = "B03",
    day: str = "2025-04-02",
    paper: str = "云岭日报",
) -> str:
    """A story's page as 方正 writes it."""
    paragraphs = "".join(f"<P>　　{text}</P>\n" for text in body)
    plain = headline.replace("<BR/>", "")
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{paper}数字报-{plain}</title><script>document.write("第99版 <p>脚本</p>")</script>
<style>p {{ color: red }}</style></head><body>
<div id="nav">第{page}版：综合新闻 <a href=node_2.htm>下一版</a> <a href="content_7.htm">上一篇</a></div>
<table><tr><td class="font02"><!--<npm:article-pretitle>-->{kicker}<!--</npm:article-pretitle>--></td></tr>
<tr><td class="font01"><founder-title>
<!--<npm:article-title>-->{headline}<!--</npm:article-title>--></founder-title></td></tr>
<tr><td><!--<npm:article-subtitle>-->{subhead}<!--</npm:article-subtitle>--></td></tr>
<tr><td><founder-author><!--<npm:article-author>-->{author}<!--</npm:article-author>--></founder-author></td></tr></table>
<table id="newspic"><tr><td><img src="a.jpg"></td></tr>
<tr><td><!--<npm:article-pic-text>-->{caption}<!--</npm:article-pic-text>--></td></tr></table>
<div id="ozoom"><founder-content>
<!--<npm:article-content>-->{paragraphs}<!--</npm:article-content>--></founder-content></div>
<div>版权所有 未经授权不得转载</div></body></html>
<!--enpproperty <founder-date>{day} 23:59:57</founder-date><founder-title>{plain}</founder-title>
<founder-pagenum>{page}</founder-pagenum><founder-papername>{paper}</founder-papername> /enpproperty-->"""


def people(headline: str = "东门大桥封闭大修", body: tuple[str, ...] = OTHER) -> str:
    """A story's page with headings, as papers have them since December 2024."""
    paragraphs = "".join(f"<p>　　{text}</p>" for text in body)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title> {headline} </title></head><body>
<div class="main"><div class="article-box"><div class="date-box"><p class="date left">岚川日报
<span class="newstime">2025年4月3日 Thu</span></p></div>
<div class="article"><h3>服务民生看实效</h3><h1> {headline} </h1><h2>过往车辆绕行南门大桥</h2>
<p class="sec">本报记者　许明达
<span class="date">《岚川日报》（<span class="newstime">2025年4月3日</span> 第 02 版）</span></p>
<div class="attachment"><div><img src="../pic/1.jpg"><p>图为东门大桥。</p></div></div>
<div id="ozoom"><!--enpcontent-->{paragraphs}<!--/enpcontent--></div></div></div></div></body></html>"""


def node(*stories: tuple[str, str, str], page: str = "B03", size: str = ' width="400" height="500"') -> str:
    """A page's own page; stories: the file, the headline and the polygon of each."""
    areas = "".join(f'<Area coords="{coords}" shape="polygon" href="{name}?div=-1">' for name, _, coords in stories)
    links = "".join(f"<li><a href={name}?div=-1><div>{headline}</div></a>" for name, headline, _ in stories)
    return f"""<html><head><title>云岭日报--数字报</title></head><body>
<map name=PagePicMap>{areas}</map><img src=../1_b.jpg{size} USEMAP=#PagePicMap>
<div>第{page}版：<STRONG>综合新闻</STRONG></div><ul>{links}</ul><div class="date">2025年04月02日 星期三</div>
<a href=node_4.htm>第B04版：文化</a> <a href="http://old.example/2009/content_1.htm">云岭日报</a></body></html>"""


def wechat(day: str = '<em id="publish_time">2025年4月3日 08:30</em>', script: str = "") -> str:
    """An article of a 公众号."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="author" content="鲍立诚">
<meta property="og:title" content="清禾开通夜间公交"><title></title></head><body>
<h1 id="activity-name"> 清禾开通夜间公交 </h1><a id="js_name"> 清禾发布 </a>{day}
<div id="js_content" style="visibility: hidden;">
<section><span>4月2日起，清禾市</span><span>开通夜间公交。</span></section>
<p><img data-src="x"></p><section>首班车晚上十点发出。</section></div><script>{script}</script></body></html>"""


def site(title: str = "青溪区新建两所小学", body: tuple[str, ...] = OTHER) -> str:
    """A page of some site, with its menus."""
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("首页", "新闻", "财经", "体育", "联系我们"))
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><ul>{menu}</ul>
<article><h1>{title}</h1>{paragraphs}</article><footer>版权所有</footer></body></html>"""
