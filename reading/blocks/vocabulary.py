"""What rules of blocks are made of: how pages, days, photographers and sections are named in print."""

from articles.numerals import NUMERAL

# 偏高0.7摄: a column cut in 摄氏度 names no photographer.
PHOTO = r"(?:(?<![\d.])摄影?|供图|文?/图|图/文)"
DAY = (
    r"(?:(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}"
    rf"|{NUMERAL}{{4}}\s?年\s?{NUMERAL}{{1,2}}\s?月\s?{NUMERAL}{{1,3}})"
)
PAGE_NUMBER = rf"(?:第?\s?[A-Z]?\d{{1,3}}\s?版?|第\s?{NUMERAL}{{1,3}}\s?版)"
BUNDLE = (
    r"(?:新闻|要闻|时政|市场|财经|文化|国际|国内|体育|法治|科技|社会|本地)?"
    r"(?:简讯|速递|短波|简报|快讯|资讯|速览|集萃|集锦|点击|扫描|一览|短讯|短新闻)"
)
SECTION = (
    r"(?:本报)?(?:要闻|综合|国内|国际|社会|经济|财经|文化|体育|民生|政务|法治|教育|健康|时政|本地|县域|乡村|城事"
    r"|地方|基层|副刊|理论|评论|专题|专版|特刊|深度|关注|聚焦|视点|广告|公告|时评|简讯|速览|快讯)"
    r"(?:新闻|动态|要闻|专刊|专版|专题|周刊|综合|视点|视野|观察|聚焦|版|速递|播报|之窗|在线|广角|时空|速览|天地)?"
)
# What a small advertisement offers or seeks, and how one replies.
OFFERS = "旺铺|吉房|门面|商铺|厂房|招聘|诚聘|急聘|转让|出租|求购"
REPLIES = r"面议|(?:电话|手机|微信)\s?[:：]\s?\d{7,}"
# What stands alone over a notice: 公告; over notes, each of which opens with a mark: 简讯.
NOTICE = r"(?:公告|通告|公示|启事|声明|更正|致歉|讣告)"
NOTE = r"[●■◆▲★○□◇△☆•·▪]\s?\S"
OFFICE = (
    r"[\u4e00-\u9fff（）()、·\s]{3,40}(?:局|厅|部|院|署|处|科|社|所|站|队|委|会|中心|法院|政府|办公室|公司|银行|学校"
    r"|大学|协会|集团|医院)"
)
# Over a picture that is a story by itself.
PICTURE_LABEL = r"(?:(?:图片|摄影|图说|影像|光影|镜头)(?:新闻|报道|天下|时刻|故事)?|看图说话|一图一事)"
