BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    . "$PSScriptRoot/TestFiles.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'Get-SfAttachment' {
    BeforeAll {
        Reset-TestOrg
        $account = (New-SfRecord Account @{ Name = 'A' }).Id
        $file = Add-SfAttachment -Content ([byte[]] (1, 2)) -Name 'Report.v2.docx' -ParentId $account
        $attachment = Add-SfAttachment -Content ([byte[]] (1, 2, 3)) -Name 'Scan.png' -ParentId $account -Classic
    }

    It 'FilesAndAttachments_AreInOneList' {
        $list = Invoke-SfQuery 'SELECT Id FROM Account' | Get-SfAttachment

        $list.Name | Should -Be 'Report.v2.docx', 'Scan.png'
        $list.Size | Should -Be 2, 3
        $list.Type | Should -Be WORD_X, 'image/png'
        $list.Version | Should -Be '1', $null
        $list.Owner | Select-Object -Unique | Should -Be (Get-SfSession).FullName
        $list.Id | Should -Be $file.ContentDocumentId, $attachment.Id
    }

    It 'SingleFiles_AreFoundByAnyOfTheirIds' {
        (Get-SfAttachment -Id $file.Id, $file.ContentDocumentId, $attachment.Id.Substring(0, 15)).Name | Sort-Object | Should -Be 'Report.v2.docx', 'Report.v2.docx', 'Scan.png'

        Get-SfAttachment -Id '069000000000000AAA', $account -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.FullyQualifiedErrorId -replace ',.*' | Should -Be AttachmentNotFound, AttachmentNotFound
        $bad[1].TargetObject | Should -Be $account
        $bad[1].CategoryInfo.Category | Should -Be ObjectNotFound
    }

    It 'WhatIsNoId_IsAnErrorAndTheOthersAreListed' {
        $list = 'abc', $account, [pscustomobject]@{ Id = '00 0000000000001' } | Get-SfAttachment -ErrorVariable bad -ErrorAction SilentlyContinue

        $list.Name | Should -Be 'Report.v2.docx', 'Scan.png'
        $bad.FullyQualifiedErrorId | Should -Be (, 'ParentIdInvalid,SalesforcePS.Commands.GetSfAttachmentCommand' * 2)
        $bad.CategoryInfo.Category | Should -Be InvalidArgument, InvalidArgument
        $bad[0].TargetObject, $bad[1].TargetObject.Id | Should -Be 'abc', '00 0000000000001'
    }

    It 'WhatItGives_IsDeletedByRemoveSfRecord' {
        $other = (New-SfRecord Account @{ Name = 'B' }).Id
        $null = Add-SfAttachment -Content ([byte[]] 1) -Name 'x.txt' -ParentId $other
        $null = Add-SfAttachment -Content ([byte[]] 1) -Name 'y.txt' -ParentId $other -Classic

        (Get-SfAttachment $other | Remove-SfRecord).Count | Should -Be 2
        Get-SfAttachment $other | Should -BeNullOrEmpty

        Add-SfAttachment -Content ([byte[]] 1) -Name 'z.txt' -ParentId $other | Remove-SfRecord | Should -HaveCount 1
        Get-SfAttachment $other | Should -BeNullOrEmpty
    }
}
