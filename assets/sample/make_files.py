#!/usr/bin/env python3
"""Make the foreign files of the sample council (assets/sample/files/).

The packet joins papers that other people made with other tools. These files stand
for them: each has a quirk that real papers have. They are committed; this script
is only run by hand, when one of them must change.

    pip install reportlab pikepdf pillow python-docx openpyxl
    apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui
    # BIZ UD fonts: scripts/fonts.sh, then copy assets/fonts/*.ttf to ~/.fonts
    python3 assets/sample/make_files.py

file                  made by             pages  quirk
report-gaishutsu.pdf  LibreOffice Writer  12     A4, Word-like, own bookmarks, tagged
table-mikomi-a3.pdf   LibreOffice Calc     3     A3 landscape
scan-kiroku.pdf       Pillow + pikepdf     2     images on portrait pages with /Rotate 90
flyer-tsudoi.pdf      reportlab + pikepdf  2     a stamp annotation with its appearance
form-kaitou.pdf       reportlab            2     AcroForm text fields with values
letter-kadai.pdf      LibreOffice Writer   1     A4 letter
slides-soan.pdf       reportlab            8     16:9 landscape, own outline
map-hinan.png         Pillow               1     a picture with transparency
photo-kaijo.jpg       Pillow               1     a picture whose EXIF says "turn me"

Everything in them is fictional. 人物・団体の個人名と数値はすべて架空です。
"""

import io
import random
import shutil
import subprocess
import tempfile
from pathlib import Path

import pikepdf
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

HERE = Path(__file__).resolve().parent
OUT = HERE / "files"
FONTS = HERE.parent / "fonts"
GOTHIC = FONTS / "BIZUDPGothic-Regular.ttf"
BOLD = FONTS / "BIZUDPGothic-Bold.ttf"
MINCHO = FONTS / "BIZUDMincho-Regular.ttf"
NOTE = "見本の数値です。実在の調査ではありません。"


def register_fonts():
    for name, path in (("G", GOTHIC), ("B", BOLD), ("M", MINCHO)):
        pdfmetrics.registerFont(TTFont(name, str(path)))


# ---------------------------------------------------------------- LibreOffice


def office(source: Path, target: str, filter_name: str):
    """Convert with LibreOffice in a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
             "--convert-to", filter_name, "--outdir", str(source.parent), str(source)],
            check=True, stdout=subprocess.DEVNULL,
        )
    shutil.move(source.with_suffix(".pdf"), OUT / target)


def japanese(style, font, size):
    style.font.name = font
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(key), None)
    for key in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(key), font)


def page_number(paragraph):
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)


def a4_document():
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
    section.top_margin = section.bottom_margin = Mm(28)
    japanese(doc.styles["Normal"], "BIZ UDMincho", 11)
    for level, size in ((1, 15), (2, 12.5)):
        japanese(doc.styles[f"Heading {level}"], "BIZ UDPGothic", size)
        doc.styles[f"Heading {level}"].font.color.rgb = None
    japanese(doc.styles["Title"], "BIZ UDPGothic", 24)
    doc.styles["Normal"].paragraph_format.line_spacing = 1.45
    return doc


def add_table(doc, rows):
    table = doc.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row):
            cell.text = text
            cell.paragraphs[0].paragraph_format.line_spacing = Pt(17)
    doc.add_paragraph("")


REPORT = [
    ("1 調査の目的", [
        "地域生活支援部会では、通院、通学、余暇の外出をあきらめている方がいるとの声を受けて、移動と外出を考える作業部会を置き、実態を調べることとした。",
        "この報告書は、令和8年7月から8月にかけて行った調査の結果をまとめ、対応策を検討する材料とするものである。"]),
    ("2 調査の方法", [
        "調査票は、障害福祉サービスの受給者から無作為に選んだ方に送り、郵送と電子申請のどちらでも回答できるようにした。あわせて、移動支援を行う事業所と福祉有償運送を行う団体に聞き取りを行った。",
        "調査票は、大きな文字のもの、ルビを付けたもの、やさしい日本語のもの、点字のものを用意した。本人が書くことが難しい場合は、家族や支援者が聞き取って書くことができることとした。"]),
    ("3 回答者の状況", [
        "回答した方の年代は、18歳から64歳までが全体の約6割であった。お住まいの地域による回答数の大きな偏りは見られなかった。",
        "回答した方のうち、本人が一人で回答した方は約4割、家族や支援者と一緒に回答した方は約5割であった。"]),
    ("4 外出の状況", [
        "週に1回以上外出すると答えた方は、全体の約8割であった。一方で、「本当はもっと外出したい」と答えた方は約5割に上り、その理由として最も多かったのは「付き添う人がいない」であった。",
        "外出の目的は、通院、買物、通所・通学の順に多かった。余暇や趣味の外出を「したいができていない」と答えた方は、年代が若いほど多い傾向が見られた。"]),
    ("5 移動支援の利用", [
        "移動支援の支給決定を受けている方のうち、決定された時間をおおむね使っている方は約4割であった。使っていない理由は、「頼める事業所がない」「希望する時間に合わない」「頼み方が分からない」の順に多かった。",
        "事業所への聞き取りでは、朝夕の短い時間の依頼に応じることが難しいこと、担い手の高齢化が進んでいること、研修を受けた方が実際の仕事に結び付いていないことが挙げられた。"]),
    ("6 通院と通学", [
        "通院では、待ち時間の付添いと、診察の内容を一緒に聞く支援を求める声が多かった。通院等介助と移動支援の区分が分かりにくいという意見は、本人、家族、事業所のいずれからも出された。",
        "通学では、家族が勤務の時間を短くして付き添っている例が見られた。学年が上がるときに利用の条件が変わることを、早い時期に知りたいという意見があった。"]),
    ("7 情報と相談", [
        "外出の支援について「相談したことがない」と答えた方は約3割であった。相談した先は、相談支援事業所、家族・知人、市の窓口の順に多かった。",
        "外国籍の保護者からは、制度の名称が難しく、何が利用できるのか分からなかったという意見が寄せられた。"]),
    ("8 自由記述から", [
        "「決まった曜日だけでも同じ人に来てほしい」「急に体調が変わったときに断りの連絡をしづらい」「行き先を自分で決めたい」など、外出の量だけでなく質に関する意見が多く寄せられた。",
        "「支援者の方も忙しそうで、頼むことをためらう」という記述もあり、担い手を増やすことが利用する方の気持ちの面でも大切であることがうかがえた。"]),
    ("9 まとめと課題", [
        "調査から、担い手の不足、短い時間の依頼への対応、制度の区分の分かりにくさ、情報の届け方の四つが課題として整理された。",
        "作業部会では、短い時間の依頼の組合せ、担い手の研修と活動の結び付け、制度の案内の見直しについて、令和9年2月の全体会までに対応策の案をまとめる予定である。"]),
]


def report_tables():
    """The tables of the report by section; they agree with its sentences."""

    def block(title, total, counts):
        return [[title, "人数", "割合"]] + [[name, f"{count}人", f"{count * 100 // total}％"] for name, count in counts]

    return {
        2: block("年代", 214, [("18歳未満", 41), ("18～39歳", 62), ("40～64歳", 67), ("65歳以上", 38), ("無回答", 6)]),
        3: block("外出の目的（複数回答）", 214, [("通院", 142), ("買物", 131), ("通所・通学", 96), ("余暇・趣味", 81), ("仕事", 58), ("親族・友人に会う", 47), ("手続・相談", 33), ("その他", 12)]),
        4: block("使っていない理由（複数回答）", 132, [("頼める事業所がない", 61), ("希望する時間に合わない", 44), ("頼み方が分からない", 31), ("費用の負担", 19), ("体調の不安", 14), ("その他", 9)]),
        5: block("通院の付添い", 198, [("家族", 104), ("一人で", 51), ("支援者", 37), ("その他", 6)]),
        6: block("相談した先（複数回答）", 214, [("相談支援事業所", 78), ("家族・知人", 71), ("市の窓口", 42), ("医療機関", 25), ("学校", 14), ("相談したことがない", 65)]),
    }


def make_report(tmp):
    doc = a4_document()
    for _ in range(7):
        doc.add_paragraph("")
    title = doc.add_paragraph("外出に関する実態調査 報告書", style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in ("令和8年（2026年）9月", "地域生活支援部会 移動と外出を考える作業部会", "（見本）" + NOTE):
        doc.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_number(doc.sections[0].footer.paragraphs[0])
    doc.sections[0].footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    tables = report_tables()
    for number, (heading, paragraphs) in enumerate(REPORT):
        head = doc.add_heading(heading, 1)
        head.paragraph_format.page_break_before = True
        for text in paragraphs:
            paragraph = doc.add_paragraph(text)
            paragraph.paragraph_format.first_line_indent = Pt(11)
        if number in tables:
            doc.add_heading("集計表", 2)
            add_table(doc, tables[number])
            doc.add_paragraph("（注）" + NOTE + "割合は小数点以下を切り捨てた。")
    head = doc.add_heading("資料1 調査票（抜粋）", 1)
    head.paragraph_format.page_break_before = True
    for number, text in enumerate(["この1か月に、どのくらい外出しましたか。", "外出の目的をすべて選んでください。", "外出をあきらめたことがありますか。あるときは、その理由を選んでください。", "移動支援を使っていますか。使っていないときは、その理由を選んでください。", "外出について、どこに相談しましたか。", "外出について、思っていることを自由に書いてください。"], 1):
        doc.add_paragraph(f"問{number}　{text}")
    head = doc.add_heading("資料2 作業部会の委員", 1)
    head.paragraph_format.page_break_before = True
    add_table(doc, [["氏名", "所属"], ["速水 圭吾", "福祉有償運送の会 まわり道"], ["永井 剛士", "生活介護事業所 まあるい畑"], ["鈴木 一郎（すずき かずお）", "当事者の会 車座"], ["朝倉 律", "相談支援センター まるい窓"]])
    doc.add_paragraph("人物・団体はすべて架空である。")
    path = tmp / "report.docx"
    doc.save(path)
    office(path, "report-gaishutsu.pdf", 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"}}')


def make_letter(tmp):
    doc = a4_document()

    def line(text, align=None):
        paragraph = doc.add_paragraph(text)
        paragraph.alignment = align
        paragraph.paragraph_format.space_after = Pt(2)

    right, centre = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
    line("令和8年（2026年）8月28日", right)
    line("鎌倉市障害者支援協議会\n　会長　柏木　理一　様")
    line("障害のある子の親の会　ひだまり円座\n代表　安田　千春", right)
    line("地域の課題の提起について", centre)
    for text in (
        "　日ごろから、障害のある子どもと家族の暮らしにお力添えをいただき、ありがとうございます。",
        "　当会では、会員の声を聞く集まりを毎月開いています。その中で、次の二つのことについて、地域の課題として協議会で話し合っていただきたいとの意見がまとまりましたので、お知らせします。",
    ):
        line(text)
    line("記", centre)
    for text in (
        "1　障害のある子どものきょうだいが、思いを話せる場について\n　きょうだいは、家族の中で自分の気持ちを後回しにしがちです。同じ立場の人と話せる機会や、学校で気付いてもらえる仕組みがあるとよいと考えています。",
        "2　通学の付添いについて\n　通学の時間に使える支援が限られ、家族が働き方を変えている例があります。学年が上がるときに条件が変わることも、早めに知らせてほしいと考えています。",
        "　お話し合いの内容は、当会にもお知らせいただければ、会員に伝えます。どうぞよろしくお願いいたします。",
    ):
        line(text)
    line("以上", right)
    line("（連絡先）電話 000-0000-0044　※架空の団体・番号です。")
    path = tmp / "letter.docx"
    doc.save(path)
    office(path, "letter-kadai.pdf", "pdf")


# Service, users a month in fiscal 2024, growth a year, unit, units per user: the numbers of the draft plan (資料4-1).
SERVICES = [
    ("居宅介護", 178, 0.02, "時間", 17.0),
    ("重度訪問介護", 14, 0.04, "時間", 212.0),
    ("同行援護", 31, 0.03, "時間", 22.0),
    ("行動援護", 22, 0.05, "時間", 26.0),
    ("生活介護", 339, 0.025, "人日", 18.5),
    ("自立訓練（機能訓練）", 6, 0.03, "人日", 11.0),
    ("自立訓練（生活訓練）", 24, 0.05, "人日", 14.0),
    ("就労移行支援", 48, 0.015, "人日", 16.0),
    ("就労継続支援（A型）", 37, 0.02, "人日", 19.0),
    ("就労継続支援（B型）", 324, 0.04, "人日", 16.5),
    ("就労定着支援", 26, 0.06, "人", 0.0),
    ("療養介護", 15, 0.0, "人", 0.0),
    ("短期入所（福祉型・医療型）", 86, 0.04, "人日", 5.5),
    ("自立生活援助", 5, 0.1, "人", 0.0),
    ("共同生活援助（グループホーム）", 189, 0.055, "人", 0.0),
    ("施設入所支援", 95, -0.01, "人", 0.0),
    ("計画相談支援", 231, 0.05, "人", 0.0),
    ("地域移行支援", 7, 0.12, "人", 0.0),
    ("地域定着支援", 18, 0.06, "人", 0.0),
    ("理解促進研修・啓発事業", 8, 0.05, "人", 0.0),
    ("相談支援事業", 410, 0.03, "人", 0.0),
    ("成年後見制度利用支援事業", 9, 0.08, "人", 0.0),
    ("意思疎通支援事業", 52, 0.04, "回", 4.2),
    ("日常生活用具給付等事業", 620, 0.01, "人", 0.0),
    ("移動支援事業", 204, 0.06, "時間", 12.0),
    ("地域活動支援センター", 96, 0.04, "人", 0.0),
    ("日中一時支援事業", 118, 0.03, "回", 6.0),
    ("訪問入浴サービス事業", 13, 0.0, "回", 5.0),
    ("児童発達支援", 182, 0.06, "人日", 9.5),
    ("放課後等デイサービス", 381, 0.05, "人日", 11.0),
    ("保育所等訪問支援", 44, 0.09, "回", 1.6),
    ("居宅訪問型児童発達支援", 3, 0.1, "回", 3.0),
    ("障害児相談支援", 265, 0.06, "人", 0.0),
    ("医療的ケア児等コーディネーター", 2, 0.1, "人", 0.0),
]


def make_table(tmp):
    book = Workbook()
    sheet = book.active
    sheet.title = "見込量"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:3"
    sheet.oddFooter.center.text = "&P / &N"
    years = ["R6実績", "R7実績", "R8見込", "R9見込", "R10見込", "R11見込"]
    sheet["A1"] = "障害福祉サービス等 見込量一覧（第8期障害福祉計画・第4期障害児福祉計画 素案）　見本の数値"
    sheet["A1"].font = Font(name="BIZ UDPGothic", bold=True, size=16)
    head = ["サービス名", "地区", "単位"] + [f"{y}\n利用者（人）" for y in years] + [f"{y}\n利用量" for y in years] + ["考え方"]
    for column, text in enumerate(head, 1):
        cell = sheet.cell(3, column, text)
        cell.fill = PatternFill("solid", fgColor="D9E5F3")
        cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    sheet.row_dimensions[3].height = 48
    row = 4
    for service, base, growth, unit, per in SERVICES:
        for area in ("市全体", "うち新規"):
            every = [round(base * (1 + growth) ** i) for i in range(6)]
            users = every if area == "市全体" else [max(1, round(u * 0.07)) for u in every]
            hours = [round(u * per) if per else "―" for u in users]
            note = f"利用の伸びを年{growth:.1%}と見込む" if area == "市全体" else "相談支援からの聞き取りによる"
            for column, value in enumerate([service, area, unit] + users + hours + [note], 1):
                sheet.cell(row, column, value)
            row += 1
    line = Side(style="thin")
    for cells in sheet.iter_rows(min_row=3, max_row=row - 1, max_col=len(head)):
        for cell in cells:
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.font = Font(name="BIZ UDPGothic", size=15)
            if cell.row > 3:
                cell.alignment = Alignment(vertical="center", wrap_text=True)
            if isinstance(cell.value, int):
                cell.number_format = "#,##0"
    for letter, width in {"A": 44, "B": 16, "C": 12, "P": 52}.items():
        sheet.column_dimensions[letter].width = width
    for letter in "DEFGHIJKLMNO":
        sheet.column_dimensions[letter].width = 12
    for number in range(4, row):
        sheet.row_dimensions[number].height = 40
    path = tmp / "table.xlsx"
    book.save(path)
    office(path, "table-mikomi-a3.pdf", "pdf")


# ------------------------------------------------------------------ pictures


def picture_font(size, path=GOTHIC):
    return ImageFont.truetype(str(path), size)


def scan_page(title, lines, seed):
    """One sheet as a scanner sees it: grey, a little crooked, speckled."""
    random.seed(seed)
    sheet = Image.new("L", (1654, 1169), 250)
    draw = ImageDraw.Draw(sheet)
    draw.text((120, 90), title, font=picture_font(46, MINCHO), fill=40)
    draw.line((120, 160, 1534, 160), fill=90, width=3)
    for number, text in enumerate(lines):
        draw.text((140, 210 + number * 74), text, font=picture_font(33, MINCHO), fill=50)
    draw.ellipse((1380, 60, 1500, 180), outline=110, width=5)
    draw.text((1405, 100), "写し", font=picture_font(36, MINCHO), fill=110)
    for _ in range(500):
        x, y = random.randint(0, 1653), random.randint(0, 1168)
        draw.point((x, y), fill=random.randint(120, 200))
    return sheet.rotate(0.6, fillcolor=250).filter(ImageFilter.GaussianBlur(0.6))


def make_scan():
    """The scanner fed the sheets sideways: pages are portrait, /Rotate 90 sets them upright."""
    sheets = [
        scan_page("地域交流活動の記録（その1）", ["日時　令和8年5月16日（土） 午後1時～3時", "場所　市民活動の広場（見本）", "参加　42人（うち初めての方 11人）", "内容　丸いテーブルで名札を作り、好きな場所を地図に書き込んだ。",
                  "・車いすの通り道を広く取ったところ、動きやすいとの声があった。", "・静かに過ごせる部屋を用意したが、案内が足りなかった。", "・筆談の板は、子どもにも人気があった。", "次回　案内の札を大きくし、入口に置く。", "（人物・団体・日程は架空です）"], 1),
        scan_page("地域交流活動の記録（その2）", ["日時　令和8年7月11日（土） 午前10時～正午", "場所　福祉センター 2階（見本）", "参加　37人（うち初めての方 6人）", "内容　避難のときの過ごし方を、図上訓練で話し合った。",
                  "・段ボールの間仕切りを組み立てた。", "・音の少ない場所を地図に示してほしいとの意見があった。", "・薬や電源の準備を紙に書き出した。", "次回　地域の行事の主催者にも声をかける。", "（人物・団体・日程は架空です）"], 2),
    ]
    pdf = pikepdf.new()
    for sheet in sheets:
        sideways = sheet.rotate(90, expand=True)
        data = io.BytesIO()
        sideways.save(data, "JPEG", quality=62)
        page = pdf.add_blank_page(page_size=(595.28, 841.89))
        picture = pikepdf.Stream(pdf, data.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=sideways.width, Height=sideways.height,
                                 ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
        page.Contents = pikepdf.Stream(pdf, b"q 595.28 0 0 841.89 0 0 cm /Im0 Do Q")
        page.Rotate = 90
    pdf.save(OUT / "scan-kiroku.pdf", deterministic_id=True)


def make_map():
    image = Image.new("RGBA", (1600, 1130), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((40, 40, 1560, 1090), 30, fill=(244, 248, 238, 255), outline=(120, 140, 110, 255), width=4)
    draw.polygon([(40, 860), (500, 900), (1000, 860), (1560, 930), (1560, 1090), (40, 1090)], fill=(196, 222, 240, 255))
    for points in ([(80, 300), (520, 340), (900, 300), (1520, 380)], [(420, 90), (480, 500), (430, 860)], [(1050, 90), (1000, 460), (1080, 860)]):
        draw.line(points, fill=(255, 255, 255, 255), width=34)
        draw.line(points, fill=(200, 200, 190, 255), width=4)
    places = [(300, 220, "福祉避難所（架空）", (46, 110, 190)), (760, 430, "市役所（架空）", (90, 90, 90)), (1090, 230, "静かに過ごせる部屋", (120, 90, 170)),
              (640, 690, "乗り合いの集合場所", (40, 140, 90)), (1130, 660, "電源を使える場所", (190, 110, 40))]
    for x, y, name, colour in places:
        draw.ellipse((x - 24, y - 24, x + 24, y + 24), fill=colour + (255,), outline=(255, 255, 255, 255), width=5)
        draw.text((x + 36, y - 20), name, font=picture_font(36), fill=(40, 40, 40, 255))
    draw.text((90, 70), "避難と移動の架空地図", font=picture_font(50, BOLD), fill=(30, 50, 80, 255))
    draw.text((900, 1010), "この地図は実在の場所を示しません。", font=picture_font(32), fill=(50, 70, 90, 255))
    image.quantize(128, method=Image.Quantize.FASTOCTREE).save(OUT / "map-hinan.png", optimize=True, dpi=(150, 150))


def make_photo():
    """A drawn "photograph", stored lying down with EXIF orientation 6 (turn right to see it upright)."""
    random.seed(4)
    wide, high = 1200, 1600
    image = Image.new("RGB", (wide, high), (214, 206, 190))
    draw = ImageDraw.Draw(image)
    for y in range(700):
        draw.line((0, y, wide, y), fill=(236 - y // 20, 232 - y // 18, 222 - y // 14))
    for x in (120, 480, 840):
        draw.rectangle((x, 120, x + 240, 480), fill=(190, 220, 240), outline=(130, 120, 110), width=10)
    for x, y, r in ((330, 860, 220), (860, 980, 250), (420, 1330, 260)):
        draw.ellipse((x - r, y - r // 2 + 20, x + r, y + r // 2 + 30), fill=(150, 138, 120))
        draw.ellipse((x - r, y - r // 2, x + r, y + r // 2), fill=(172, 120, 74), outline=(110, 74, 42), width=6)
        for dx, dy in ((-r, 0), (r - 40, 0), (-r // 2, -r // 2 - 30), (r // 3, r // 2 - 10)):
            draw.ellipse((x + dx, y + dy, x + dx + 60, y + dy + 60), fill=(70, 100, 140))
    image = image.filter(ImageFilter.GaussianBlur(1.4))
    ImageDraw.Draw(image).text((60, high - 80), "会場のイメージ（架空・描いたもの）", font=picture_font(40), fill=(255, 255, 255))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.rotate(90, expand=True).save(OUT / "photo-kaijo.jpg", quality=72, exif=exif, dpi=(150, 150))


# ----------------------------------------------------------------- reportlab


def pdf_canvas(target, size, title):
    page = canvas.Canvas(target, pagesize=size, invariant=1, pageCompression=1)
    page.setTitle(title)
    page.setAuthor("見本（架空）")
    return page


def make_flyer():
    data = io.BytesIO()
    page = pdf_canvas(data, A4, "地域交流のつどい")
    wide, high = A4
    page.setFillColor(HexColor("#e8f1e4")); page.rect(0, 0, wide, high, stroke=0, fill=1)
    page.setFillColor(HexColor("#2d6a4f")); page.circle(wide / 2, high - 250, 150, stroke=0, fill=1)
    page.setFillColor(white); page.setFont("B", 31); page.drawCentredString(wide / 2, high - 240, "地域交流のつどい")
    page.setFont("G", 16); page.drawCentredString(wide / 2, high - 280, "丸いテーブルで話そう")
    page.setFillColor(black); page.setFont("B", 20)
    for number, text in enumerate(["令和8年11月7日（土） 午後1時から3時", "福祉センター 2階（見本） 参加無料", "手話通訳・要約筆記があります"]):
        page.drawCentredString(wide / 2, 330 - number * 42, text)
    page.setFont("G", 13)
    for number, text in enumerate(["車いすの席、静かに過ごせる部屋、やさしい日本語の案内を用意します。", "申込み　電話 000-0000-0000　（架空の行事・番号です）", "主催　地域交流活動プロジェクトチーム"]):
        page.drawCentredString(wide / 2, 170 - number * 28, text)
    page.showPage()
    page.setFont("B", 20); page.drawString(60, high - 80, "当日の流れ")
    page.setFont("G", 13)
    steps = ["12:30 受付（名札に、呼んでほしい名前を書きます）", "13:00 はじめの話（○×カードの使い方）", "13:15 テーブルで話す（移動・避難・遊び）", "14:15 休憩（15分）", "14:30 発表と感想", "15:00 おわり"]
    for number, text in enumerate(steps):
        page.drawString(80, high - 130 - number * 30, text)
    page.rect(60, 120, wide - 120, 220)
    page.drawString(80, 310, "参加申込票（切り取ってお渡しください）")
    for number, text in enumerate(["お名前", "必要な配慮（手話通訳・拡大文字など）", "連絡先"]):
        page.drawString(80, 270 - number * 45, text + "：" + "＿" * 16)
    page.showPage(); page.save()
    stamp_flyer(data.getvalue())


def stamp_flyer(data):
    """Add the office's receipt stamp (受付印) as a Stamp annotation that carries its own appearance."""
    look = io.BytesIO()
    page = canvas.Canvas(look, pagesize=(110, 110), invariant=1)
    page.setStrokeColor(HexColor("#c1121f")); page.setFillColor(HexColor("#c1121f")); page.setLineWidth(2.4)
    page.circle(55, 55, 50); page.line(8, 68, 102, 68); page.line(8, 42, 102, 42)
    page.setFont("B", 13); page.drawCentredString(55, 79, "受 付 印")
    page.setFont("B", 14); page.drawCentredString(55, 49, "8.10. 1")
    page.setFont("G", 9); page.drawCentredString(55, 27, "障害福祉課"); page.drawCentredString(55, 16, "（見本）")
    page.save()
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(look) as picture:
        source = picture.pages[0]
        form = pdf.copy_foreign(source.as_form_xobject())
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[430, 640, 540, 750], F=4, Name=pikepdf.Name("/Received"),
                                  Contents=pikepdf.String("受付印 令和8年10月1日 障害福祉課（見本）"), AP=pikepdf.Dictionary(N=form))
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))
        pdf.save(OUT / "flyer-tsudoi.pdf", deterministic_id=True)


def make_form():
    """An answer sheet: real AcroForm text fields; their values are shown with an appearance made here."""
    data = io.BytesIO()
    page = pdf_canvas(data, A4, "情報の届け方についてのアンケート 回答票")
    wide, high = A4
    pages = [("情報の届け方についてのアンケート 回答票（1）", [("org", "団体名", "放課後等デイサービス わっか", 24), ("name", "回答した方", "森永 悠斗", 24), ("q1", "問1 保護者に案内を渡す時期", "利用の相談のとき。見学のときにも、一枚の案内があると助かります。", 70),
              ("q2", "問2 案内で分かりにくい言葉", "支給決定、受給者証、計画相談。言い換えの例があるとよいです。", 70), ("q3", "問3 必要な言語・形式", "やさしい日本語、ベトナム語、大きな文字", 40)]),
             ("情報の届け方についてのアンケート 回答票（2）", [("q4", "問4 工夫していること", "写真を使った一日の流れを見せています。", 70), ("q5", "問5 部会に話し合ってほしいこと", "学校が休みの日の情報をまとめて届ける方法", 70), ("date", "記入日", "令和8年9月24日", 24)])]
    values = {}
    for title, fields in pages:
        page.setFont("B", 16); page.drawString(60, high - 80, title)
        page.setFont("G", 9); page.drawString(60, high - 100, "団体・人物・回答は架空です（見本）")
        y = high - 150
        for key, label, value, height in fields:
            page.setFont("G", 12); page.drawString(60, y, label)
            page.acroForm.textfield(name=key, tooltip=label, x=60, y=y - 12 - height, width=wide - 120, height=height, fontName="Helvetica", fontSize=11,
                                    borderColor=black, fillColor=white, textColor=black, fieldFlags="multiline" if height > 30 else "")
            values[key] = value
            y -= height + 56
        page.showPage()
    page.save()
    fill_form(data.getvalue(), values)


def fill_form(data, values):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                value = values[str(note.T)]
                wide, high = float(note.Rect[2] - note.Rect[0]), float(note.Rect[3] - note.Rect[1])
                note.V = pikepdf.String(value)
                look = io.BytesIO()
                part = canvas.Canvas(look, pagesize=(wide, high), invariant=1)
                part.setStrokeColor(black); part.rect(0.5, 0.5, wide - 1, high - 1)
                part.setFont("M", 11)
                for number, start in enumerate(range(0, len(value), 40)):
                    part.drawString(5, high - 16 - number * 16, value[start:start + 40])
                part.save()
                with pikepdf.open(look) as drawn:
                    note.AP = pikepdf.Dictionary(N=pdf.copy_foreign(drawn.pages[0].as_form_xobject()))
        pdf.save(OUT / "form-kaitou.pdf", deterministic_id=True)


SLIDES = [
    ("第8期障害福祉計画・第4期障害児福祉計画（素案）の概要", ["令和8年（2026年）10月14日 第2回全体会", "障害福祉課", "数値は見本です"]),
    ("計画の位置付け", ["期間は令和9年度から令和11年度までの3年間", "障害福祉サービス等の見込量と確保の方策を定める", "国と県の計画、市の総合計画を基にして策定"]),
    ("協議会との関係", ["計画を定めるときは、あらかじめ協議会の意見を聴くよう努める", "いただいた意見は、意見と対応の一覧にまとめて次回に報告"]),
    ("前の期の振り返り", ["訪問系は見込みをやや下回る", "放課後等デイサービスは見込みを上回る", "相談支援は担い手の確保が課題"]),
    ("成果目標", ["施設から地域への移行", "地域生活支援拠点等の充実", "福祉施設から一般就労への移行", "相談支援体制の充実・強化"]),
    ("見込量の考え方", ["過去3年の伸びと、聞き取りの結果を使う", "生活介護・共同生活援助は施設の整備の予定を加える", "児童の通所は学齢人口の見通しを加える"]),
    ("協議会から出された課題の反映", ["外出の支援者の確保", "重度の方の住まい", "医療的ケアのあるこどもの放課後", "退院後の住まいと相談"]),
    ("今後の日程", ["12月～1月 パブリックコメント", "2月17日 第3回全体会で報告", "3月 計画の決定"]),
]


def make_slides():
    size = (960, 540)
    page = pdf_canvas(str(OUT / "slides-soan.pdf"), size, "素案の概要")
    for number, (title, lines) in enumerate(SLIDES, 1):
        page.bookmarkPage(f"s{number}")
        page.addOutlineEntry(f"{number} {title}", f"s{number}", 0)
        page.setFillColor(HexColor("#16325c")); page.rect(0, 440, 960, 100, stroke=0, fill=1)
        page.setFillColor(white); page.setFont("B", 30); page.drawString(40, 475, title)
        page.setFillColor(black); page.setFont("G", 25)
        for row, text in enumerate(lines):
            page.setFillColor(HexColor("#2f6fb5")); page.circle(72, 365 - row * 68, 9, stroke=0, fill=1)
            page.setFillColor(black); page.drawString(100, 356 - row * 68, text)
        page.setFont("G", 14); page.drawRightString(930, 20, f"見本　{number}")
        page.showPage()
    page.showOutline(); page.save()


def main():
    OUT.mkdir(exist_ok=True)
    register_fonts()
    with tempfile.TemporaryDirectory() as folder:
        for make in (make_report, make_letter, make_table):
            make(Path(folder))
    for make in (make_scan, make_map, make_photo, make_flyer, make_form, make_slides):
        make()


if __name__ == "__main__":
    main()
