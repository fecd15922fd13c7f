BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    . "$PSScriptRoot/TestFiles.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'Add-SfAttachment' {
    BeforeEach {
        Reset-TestOrg
        $account = (New-SfRecord Account @{ Name = 'A' }).Id
    }

    Context 'What goes in' {
        It 'FilesOfAPipeline_BecomeFilesOfTheRecord' {
            $folder = New-Folder @{ 'one.pdf' = (Get-Bytes 10); 'two.pdf' = (Get-Bytes 20); 'three.txt' = (Get-Bytes 30) }

            $results = Get-ChildItem "$folder/*.pdf" | Sort-Object Name | Add-SfAttachment -ParentId $account

            $results.Name | Should -Be 'one.pdf', 'two.pdf'
            $results.Size | Should -Be 10, 20
            $results.InputObject | Should -BeOfType [IO.FileInfo]
            $results.ObjectType | Select-Object -Unique | Should -Be ContentVersion
            (Get-SfAttachment $account | Sort-Object Name).Id | Should -Be $results.ContentDocumentId
        }

        It 'PathWithWildcards_TakesFilesAndNoFolders' {
            $folder = New-Folder @{ 'a[1].txt' = (Get-Bytes 1); 'b.txt' = (Get-Bytes 2) }
            $null = New-Item -ItemType Directory "$folder/c.txt"

            (Add-SfAttachment "$folder/*.txt" $account).Name | Sort-Object | Should -Be 'a[1].txt', 'b.txt'
            (Add-SfAttachment -LiteralPath "$folder/a[1].txt" -ParentId $account -Name 'other.txt').Name | Should -Be 'other.txt'
        }

        It '<Kind>_AreUploadedUnderTheName' -ForEach @(
            @{ Kind = 'Bytes'; Make = { , [byte[]] (1, 2, 3) } }
            @{ Kind = 'BytesOfGetContent'; Make = { , @([byte] 1, [byte] 2, [byte] 3) } }
            @{ Kind = 'Stream'; Make = { [IO.MemoryStream]::new([byte[]] (1, 2, 3)) } }
        ) {
            $result = Add-SfAttachment -Content (& $Make) -Name 'x.bin' -ParentId $account

            [byte[]] ($result | Save-SfAttachment -AsByteArray) | Should -Be 1, 2, 3
        }

        It 'RowsOfACsvFile_NameTheirRecordsAndFiles' {
            $folder = New-Folder @{ 'a.txt' = (Get-Bytes 5); 'b.txt' = (Get-Bytes 6) }
            $other = (New-SfRecord Account @{ Name = 'B' }).Id
            "Company,Where,Description`n$account,$folder/a.txt,first`n$other,$folder/b.txt,second" | Set-Content "$folder/list.csv"

            $null = Import-Csv "$folder/list.csv" | Add-SfAttachment -Mapping @{ Company = 'ParentId'; Where = 'Path' }

            $found = $account, $other | Get-SfAttachment
            $found.Name | Should -Be 'a.txt', 'b.txt'
            $found.Description | Should -Be 'first', 'second'
            $found.ParentId | Should -Be $account, $other
        }

        It 'ObjectsWithBase64Bodies_AreDecoded' {
            $result = [pscustomobject]@{ ParentId = $account; Name = 'x'; Body = 'AQID' } | Add-SfAttachment -Classic

            [byte[]] ($result | Save-SfAttachment -AsByteArray) | Should -Be 1, 2, 3
        }

        It 'WhatIsNoFile_IsAnErrorWithItAsTarget' {
            $folder = New-Folder
            $inputs = 'missing.txt', $folder, [pscustomobject]@{ Number = 1 }, [pscustomobject]@{ Name = 'n'; Body = 'no base64!' }

            $inputs | Add-SfAttachment -ParentId $account -ErrorVariable bad -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

            $bad.FullyQualifiedErrorId -replace ',.*' | Should -Be PathNotFound, PathNotFound, AttachmentContentMissing, AttachmentContentInvalid
            $bad[0].TargetObject, $bad[0].CategoryInfo.Category | Should -Be 'missing.txt', 'ObjectNotFound'
            $bad[2].TargetObject.Number | Should -Be 1
            Get-Upload | Where-Object path -Like '*Content*' | Should -BeNullOrEmpty
        }
    }

    Context 'What comes of it' {
        It 'ShareTypeAndVisibility_AreThoseOfTheLink' {
            $result = Add-SfAttachment -Content ([byte[]] 1) -Name 'x.txt' -ParentId $account -ShareType Collaborator -Visibility InternalUsers

            $link = Invoke-SfQuery "SELECT ShareType, Visibility FROM ContentDocumentLink WHERE LinkedEntityId = '$account'"
            $link.ShareType, $link.Visibility | Should -Be C, InternalUsers
            $result.ParentId | Should -Be $account
        }

        It 'ContentDocumentId_MakesANewVersion' {
            $first = Add-SfAttachment -Content ([byte[]] 1) -Name 'x.txt' -ParentId $account
            $null = Add-SfAttachment -Content ([byte[]] (1, 2)) -Name 'y.txt' -ContentDocumentId $first.ContentDocumentId -ParentId $account

            $file = @(Get-SfAttachment $account)
            $file.Count | Should -Be 1
            $file[0].Name, $file[0].Version, $file[0].Size | Should -Be 'y.txt', '2', 2
        }

        It 'Classic_MakesAttachmentsWithAContentType' {
            $folder = New-Folder @{ 'a.pdf' = (Get-Bytes 4); 'b.unknown' = (Get-Bytes 4) }

            $results = Get-ChildItem $folder | Sort-Object Name | Add-SfAttachment -ParentId $account -Classic -Description 'd'

            $results.ObjectType | Select-Object -Unique | Should -Be Attachment
            $rows = Invoke-SfQuery 'SELECT Name, ContentType, Description FROM Attachment ORDER BY Name'
            $rows.ContentType | Should -Be 'application/pdf', 'application/octet-stream'
            $rows.Description | Select-Object -Unique | Should -Be d
        }

        It 'Id_ReplacesTheBodyOfAnAttachment' {
            $old = Add-SfAttachment -Content ([byte[]] 1) -Name 'x.txt' -ParentId $account -Classic

            $new = Add-SfAttachment -Content ([byte[]] (7, 8)) -Name 'x.txt' -Id $old.Id

            $new.Id, $new.Operation, $new.Created | Should -Be $old.Id, Update, $false
            [byte[]] (Save-SfAttachment $old.Id -AsByteArray) | Should -Be 7, 8
        }

        It 'IdWithSeveralFiles_TakesTheFirstAndRefusesTheOthers' {
            $old = Add-SfAttachment -Content ([byte[]] 1) -Name 'x.txt' -ParentId $account -Classic
            $folder = New-Folder @{ 'a.txt' = ([byte[]] 7); 'b.txt' = ([byte[]] 8) }

            $new = @(Get-ChildItem $folder | Sort-Object Name | Add-SfAttachment -Id $old.Id -ErrorVariable bad -ErrorAction SilentlyContinue)

            $new.Count, $bad.Count | Should -Be 1, 1
            $bad[0].FullyQualifiedErrorId | Should -BeLike 'AttachmentIdTaken,*'
            $bad[0].CategoryInfo.Category | Should -Be InvalidArgument
            $bad[0].TargetObject.Name | Should -Be b.txt
            [byte[]] (Save-SfAttachment $old.Id -AsByteArray) | Should -Be 7
        }

        It 'RefusedFile_IsAnErrorWithTheFileAsTarget<Case>' -ForEach @(@{ Case = 'Alone'; Count = 1 }, @{ Case = 'AmongOthers'; Count = 3 }) {
            $folder = New-Folder
            1..$Count | ForEach-Object { [IO.File]::WriteAllBytes("$folder/$_.txt", [byte[]] $_) }

            $files = Get-ChildItem $folder | Sort-Object Name | ForEach-Object { [pscustomobject]@{ ParentId = $(if ($_.Name -eq '1.txt') { '001000000000000AAA' } else { $account }); Path = $_.FullName } }
            $results = @($files | Add-SfAttachment -ErrorVariable bad -ErrorAction SilentlyContinue)

            $results.Count | Should -Be ($Count - 1)
            $bad.Count | Should -Be 1
            $bad[0].FullyQualifiedErrorId | Should -BeLike 'RecordRefused,*'
            $bad[0].Exception.ErrorCode | Should -Be INVALID_CROSS_REFERENCE_KEY
            $bad[0].TargetObject.Path | Should -BeLike '*1.txt'
        }

        It 'TooLargeFile_IsRefusedBeforeAByteIsSent' {
            $path = "$(New-Folder)/huge.bin"
            $file = [IO.File]::Create($path)
            $file.SetLength(500MB + 1)
            $file.Dispose()
            Clear-OrgRequest

            Add-SfAttachment $path $account -Classic -ErrorVariable bad -ErrorAction SilentlyContinue

            $bad[0].Exception.ErrorCode | Should -Be FILE_TOO_LARGE
            $bad[0].CategoryInfo.Category | Should -Be LimitsExceeded
            $bad[0].TargetObject | Should -Be $path
            Get-OrgRequest | Should -BeNullOrEmpty
        }

        It 'OptionsThatDoNotGoTogether_AreRefusedByName' -ForEach @(
            @{ Options = @{ Classic = $true; ShareType = 'Viewer' }; Option = 'ShareType' }
            @{ Options = @{ Classic = $true; ContentDocumentId = '069000000000000' }; Option = 'ContentDocumentId' }
            @{ Options = @{ ContentType = 'text/plain' }; Option = 'ContentType' }
            @{ Options = @{ Api = 'Bulk1' }; Option = 'Api Bulk1' }
            @{ Options = @{ Api = 'Soap' }; Option = 'Api Soap' }
            @{ Options = @{ Id = '00P000000000000'; ParentId = '001000000000000' }; Option = 'ParentId' }
        ) {
            $refused = { Add-SfAttachment -Content ([byte[]] 1) -Name x @Options } | Should -Throw -ErrorId 'OptionsExclude,*' -PassThru
            $refused.TargetObject | Should -Be $Option
            $refused.CategoryInfo.Category | Should -Be InvalidArgument
        }

        It 'AttachmentWithoutRecord_IsRefused' {
            Add-SfAttachment -Content ([byte[]] 1) -Name x -Classic -ErrorVariable bad -ErrorAction SilentlyContinue
            $bad[0].FullyQualifiedErrorId | Should -BeLike 'AttachmentParentMissing,*'
        }

        It 'WhatIf_SendsNothing' {
            Clear-OrgRequest
            Add-SfAttachment -Content ([byte[]] 1) -Name x -ParentId $account -WhatIf | Should -BeNullOrEmpty
            Get-OrgRequest | Should -BeNullOrEmpty
        }
    }
}
